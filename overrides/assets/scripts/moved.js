// A page that leads on: its refresh would lose the place that was asked for, so this goes first.
location.replace(document.querySelector("link[rel=canonical]").href + location.search + location.hash);
