package org.heed.server.access.rest;

import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.OpenToAll;
import org.heed.server.access.Refused;
import org.heed.server.access.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bearer tokens for programs. */
@RestController
@RequestMapping("/api/v1/tokens")
class Tokens {
  private final Sessions sessions;

  Tokens(Sessions sessions) {
    this.sessions = sessions;
  }

  record Credentials(String name, String password) {
    @Override
    public String toString() {
      return "Credentials[hidden]";
    }
  }

  record Token(String token, String expires_at) {
    @Override
    public String toString() {
      return "Token[hidden]";
    }
  }

  /** A token for whoever knows the password. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @OpenToAll("nobody has a token before asking for one")
  Token create(@RequestBody Credentials credentials) {
    return sessions
        .signIn(credentials.name(), credentials.password(), "api")
        .flatMap(sessions::find)
        .map(caller -> new Token(caller.token().secret(), caller.expiresAt().toString()))
        .orElseThrow(() ->
            new Refused(Refused.Code.NOT_SIGNED_IN, "The name or the password is not right."));
  }

  /** Ends the token that is used. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs
  void end(@AuthenticationPrincipal Caller caller) {
    sessions.signOut(caller.token());
  }
}
