// Sends a form that was kept over a sign-in, as its writer asked before.
document.getElementById("send-again").requestSubmit();
