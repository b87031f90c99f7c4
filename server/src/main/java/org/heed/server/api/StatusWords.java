package org.heed.server.api;

import org.springframework.http.HttpStatus;

/** What a status means here, where nothing nearer is known. */
record StatusWords(String code, String sentence) {

  static StatusWords of(HttpStatus status) {
    return switch (status.value()) {
      case 401 -> new StatusWords("NOT_SIGNED_IN", "Sign in first: POST /api/v1/tokens.");
      case 403 ->
          new StatusWords(
              "NOT_ALLOWED", "This is not open to you; a browser needs its page's token to write.");
      case 404 ->
          new StatusWords(
              "NOT_FOUND", "There is no such address: /api/openapi.json lists them all.");
      case 405 ->
          new StatusWords(
              "METHOD_NOT_ALLOWED",
              "This address does not take this method: Allow names those it does.");
      case 406 ->
          new StatusWords(
              "NOT_ACCEPTABLE", "Answers are application/json: accept that. Nothing was changed.");
      case 413 ->
          new StatusWords(
              "TOO_LARGE",
              "The request is larger than " + BoundedRequest.MOST_MEBIBYTES + " MiB: split it.");
      case 415 ->
          new StatusWords(
              "MEDIA_TYPE",
              "Send the body as application/json, in UTF-8, and say so in Content-Type.");
      case 503 ->
          new StatusWords(
              "DATABASE_AWAY",
              "The database does not answer. Nothing was changed; try again in a moment.");
      default ->
          status.is5xxServerError()
              ? new StatusWords("FAILED", "Something went wrong. Nothing was changed.")
              : new StatusWords("BAD_REQUEST", "The request cannot be understood.");
    };
  }
}
