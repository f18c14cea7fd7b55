"use strict";
// Passkeys: the browser makes one, or proves one. Without script or without support the buttons stay away and the code
// from the app does.
(() => {
  if (!window.PublicKeyCredential) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const described = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const create = async (options) => {
    const made = await navigator.credentials.create({ publicKey: {
      ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: described(options.excludeCredentials),
    } });
    return { ...common(made), response: {
      attestationObject: text(made.response.attestationObject), clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    } };
  };
  const get = async (options) => {
    const proof = await navigator.credentials.get({ publicKey: {
      ...options, challenge: bytes(options.challenge), allowCredentials: described(options.allowCredentials),
    } });
    return { ...common(proof), response: {
      authenticatorData: text(proof.response.authenticatorData), clientDataJSON: text(proof.response.clientDataJSON),
      signature: text(proof.response.signature),
      userHandle: proof.response.userHandle ? text(proof.response.userHandle) : undefined,
    } };
  };
  const common = (credential) => ({
    id: credential.id, rawId: text(credential.rawId), type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment || undefined,
  });

  const token = () => document.querySelector("input[name=_csrf]").value;
  const post = (address, body) => fetch(address, {
    method: "POST", body, credentials: "same-origin",
    headers: { "X-CSRF-TOKEN": token(), "Content-Type": "application/json", "HX-Request": "true" },
  });

  document.querySelectorAll("[data-passkey]").forEach((button) => {
    const place = button.closest("[data-passkey-place]");
    const problem = place.querySelector(".passkey-problem");
    place.hidden = false;
    button.addEventListener("click", async () => {
      problem.textContent = "";
      button.disabled = true;
      try {
        const asked = await post(button.dataset.at + "/options", "");
        const elsewhere = asked.headers.get("HX-Redirect");
        if (elsewhere) { location.assign(elsewhere); return; }
        if (!asked.ok) throw new Error("refused");
        const making = button.dataset.passkey === "create";
        const answer = await (making ? create : get)(await asked.json());
        const name = making ? "?name=" + encodeURIComponent(document.getElementById(button.dataset.name).value.trim() || button.dataset.unnamed) : "";
        const reply = await post(button.dataset.at + name, JSON.stringify(answer));
        if (!reply.ok) throw new Error("refused");
        location.assign((await reply.json()).next || button.dataset.next || "/");
      } catch (refused) {
        problem.textContent = button.dataset.failed;
        button.disabled = false;
      }
    });
  });
})();
