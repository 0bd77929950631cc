"""Model → core: benefits, groups and requirements become their named steps, in the fixed order.

``plan.py`` says what comes out; ``scope``, ``benefit``, ``tiers``, ``limits``, ``group`` and ``requirement`` each
lower one noun; ``policy.py`` puts them together.
"""
