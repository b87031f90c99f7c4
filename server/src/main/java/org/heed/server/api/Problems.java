package org.heed.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.heed.server.access.Refused;
import org.heed.server.access.web.DatabaseAway;
import org.heed.server.store.DatabaseFault;
import org.heed.server.web.Faults;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * What went wrong, told without anything of the record in it: programs get a problem document (RFC
 * 9457), browsers the page of that status.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  @Nullable ResponseEntity<Problem> refused(
      Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpStatus status = HttpStatus.valueOf(refused.code().status());
    if (status == HttpStatus.UNAUTHORIZED) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer(status, refused.code().name(), refused.sentence(), request, response);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Problem> bad(
      BadRequest bad, HttpServletRequest request, HttpServletResponse response) throws IOException {
    return answer(HttpStatus.BAD_REQUEST, bad.code(), bad.sentence(), request, response);
  }

  /** A name or value of the address or form is not UTF-8. */
  @ExceptionHandler
  @Nullable ResponseEntity<Problem> undecodable(
      InvalidParameterException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return answer(
        HttpStatus.BAD_REQUEST,
        "PARAMETER_INVALID",
        "A name or value in the address or the form cannot be read as UTF-8.",
        request,
        response);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Problem> unreadable(
      HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BoundedRequest.TooLarge) {
        return answer(HttpStatus.CONTENT_TOO_LARGE, request, response);
      }
    }
    Unreadable why = Unreadable.of(e.getCause());
    return answer(HttpStatus.BAD_REQUEST, why.code(), why.sentence(), request, response);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Problem> database(
      DataAccessException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (e instanceof DuplicateKeyException) {
      return answer(
          HttpStatus.CONFLICT,
          "CONFLICT",
          "Somebody was first. Nothing was changed; look again and repeat.",
          request,
          response);
    }
    if (e instanceof CannotAcquireLockException) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      return answer(
          HttpStatus.CONFLICT,
          "IN_PROGRESS",
          "The same change is being made at this moment; repeat the request for its answer.",
          request,
          response);
    }
    if (DatabaseFault.of(e) != DatabaseFault.NONE) {
      return fault(e, request, response);
    }
    if (isAboutAValue(e)) {
      return answer(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "INVALID",
          "A value holds a character that cannot be kept, or lies beyond what can be.",
          request,
          response);
    }
    LOG.error("A database statement failed: {}", Faults.text(e));
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, request, response);
  }

  /** SQLSTATE class 22: data exceptions. */
  private static boolean isAboutAValue(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("22");
      }
    }
    return false;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Problem> noTransaction(
      CannotCreateTransactionException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return fault(e, request, response);
  }

  /** The connection went while a change was being made durable: it may or may not be. */
  @ExceptionHandler
  @Nullable ResponseEntity<Problem> notKnown(
      TransactionSystemException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (DatabaseFault.of(e) == DatabaseFault.DISK_FULL) {
      return fault(e, request, response);
    }
    return answer(
        HttpStatus.SERVICE_UNAVAILABLE,
        "OUTCOME_NOT_KNOWN",
        "The database went away before it said whether the change is kept: repeat the request with"
            + " the same Idempotency-Key, and it is made once.",
        request,
        response);
  }

  /** What Spring refuses by itself, and whatever nobody expected. */
  @ExceptionHandler
  @Nullable ResponseEntity<Problem> other(
      Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (e instanceof MissingServletRequestParameterException missing) {
      return answer(
          HttpStatus.BAD_REQUEST,
          "PARAMETER_MISSING",
          "The parameter " + missing.getParameterName() + " is missing.",
          request,
          response);
    }
    if (e instanceof MethodArgumentTypeMismatchException wrong) {
      String kind = wrong.getParameter().getParameterType().getSimpleName();
      return answer(
          HttpStatus.BAD_REQUEST,
          "PARAMETER_INVALID",
          wrong.getName() + " is not of the form " + kind + ".",
          request,
          response);
    }
    if (e instanceof ErrorResponse refusal) {
      refusal
          .getHeaders()
          .forEach((name, values) -> {
            for (String value : values) {
              response.addHeader(name, value);
            }
          });
      return answer(HttpStatus.valueOf(refusal.getStatusCode().value()), request, response);
    }
    if (e instanceof TypeMismatchException) {
      return answer(HttpStatus.BAD_REQUEST, request, response);
    }
    LOG.error("A request failed: {}", Faults.text(e));
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, request, response);
  }

  private static @Nullable ResponseEntity<Problem> fault(
      RuntimeException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    DatabaseFault fault = DatabaseFault.of(e);
    LOG.warn("The database failed: {}", fault);
    if (fault != DatabaseFault.DISK_FULL && fault != DatabaseFault.AWAY_AT_THE_END) {
      return answer(HttpStatus.SERVICE_UNAVAILABLE, request, response);
    }
    DatabaseAway away = DatabaseAway.of(e);
    return answer(HttpStatus.SERVICE_UNAVAILABLE, away.name(), away.sentence(), request, response);
  }

  private static @Nullable ResponseEntity<Problem> answer(
      HttpStatus status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    }
    StatusWords words = StatusWords.of(status);
    return answer(status, words.code(), words.sentence(), request, response);
  }

  private static @Nullable ResponseEntity<Problem> answer(
      HttpStatus status,
      String code,
      String sentence,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!isApi(request)) {
      response.sendError(status.value(), sentence);
      return null;
    }
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problem.of(status, code, sentence, request));
  }

  private static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }
}
