package org.heed.server.access.rest;

import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.OpenToAll;
import org.heed.server.access.Refused;
import org.heed.server.access.Sessions;
import org.heed.server.api.Answers;
import org.heed.server.api.Told;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bearer tokens for programs. */
@RestController
@RequestMapping(value = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
class Tokens {
  private final Sessions sessions;

  Tokens(Sessions sessions) {
    this.sessions = sessions;
  }

  @Told("Who asks for a token.")
  record Credentials(
      @Told("The name signed in with.") String name, @Told("The password.") String password) {
    @Override
    public String toString() {
      return "Credentials[hidden]";
    }
  }

  @Told("A token, to be sent as Authorization: Bearer.")
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
  @Told("Gives a token to whoever knows the password.")
  @Answers(
      value = 201,
      refuses = {401, 429})
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
  @Told("Ends the token that is used.")
  void end(@AuthenticationPrincipal Caller caller) {
    sessions.signOut(caller.token());
  }
}
