"""The commands there are: name, module and one line of help. A module is imported only when its command is run."""

from __future__ import annotations

from dataclasses import dataclass

from polc.diagnostics.words import Words


@dataclass(frozen=True, slots=True)
class Command:
    """A command: ``polc NAME``; ``module`` has ``add_arguments(parser)`` and ``run(args) -> int``."""

    name: str
    words: Words

    @property
    def module(self) -> str:
        """The module that does the work."""
        return f"polc.hosts.cli.{self.name}"


COMMANDS: tuple[Command, ...] = (
    Command("check", Words("检查政策文件，一次报出所有问题", "check policies, report everything once")),
    Command("test", Words("运行示例和情景", "run the examples and scenarios")),
    Command("eval", Words("按事实计算应得，逐步说明", "compute awards from facts, step by step")),
    Command(
        "diff", Words("比较两版：动了哪里，谁多得谁少得", "compare two versions: what changed, who gains and loses")
    ),
    Command("explain", Words("讲解一条规则", "explain a rule")),
    Command("coverage", Words("看原文编码了多少", "how much of the text is encoded")),
    Command("fmt", Words("整理格式，不改含义", "format files, meaning unchanged")),
    Command("show", Words("打印中间形式", "print an intermediate form")),
    Command("docs", Words("生成网站", "generate the site")),
    Command("new", Words("新建一个政策文件夹", "start a policy folder")),
)
