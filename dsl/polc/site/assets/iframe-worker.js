/* Lets the theme's search work in a site that is opened from its folder, where browsers start no workers: a worker that
 * runs in a hidden frame of the page instead. The theme looks for a script of this name and for `IFrameWorker`.
 */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super();
      this.waiting = [];
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "search";
      document.body.append(frame);
      this.frame = frame;
      this.inner = frame.contentWindow;
      this.inner.postMessage = (data) => this.tell(new MessageEvent("message", { data }));
      this.inner.importScripts = async (...urls) => {
        for (const each of urls) await this.load(each);
      };
      this.load(String(url)).then(
        () => {
          const waiting = this.waiting;
          this.waiting = null;
          for (const data of waiting) this.postMessage(data);
        },
        () => this.tell(new ErrorEvent("error", { message: `cannot load ${url}` })),
      );
    }

    /* Messages go by way of the queue of events, as between a page and a worker: nobody is answered while still asking. */
    tell(event) {
      setTimeout(() => this.told(event));
    }

    told(event) {
      const listener = this[`on${event.type}`];
      if (typeof listener === "function") listener.call(this, event);
      this.dispatchEvent(event);
    }

    load(url) {
      return new Promise((done, failed) => {
        const script = this.inner.document.createElement("script");
        script.src = url;
        script.onload = done;
        script.onerror = failed;
        this.inner.document.body.append(script);
      });
    }

    postMessage(data) {
      if (this.waiting) this.waiting.push(data);
      else setTimeout(() => this.inner.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {
      this.frame.remove();
    }
  }

  window.IFrameWorker = IFrameWorker;
  window.Worker = IFrameWorker;
})();
