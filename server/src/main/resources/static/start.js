// Tells the style sheet that scripts run. It is a file of its own because no script is inline.
document.body.className +=
  " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
