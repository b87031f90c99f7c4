package org.heed.server.access.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heed.server.access.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What went wrong, told without anything of the record in it: programs get a problem document (RFC
 * 9457), browsers the page of that status.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> refused(
      Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpStatus status = HttpStatus.valueOf(refused.code().status());
    return answer(status, refused.code().name(), refused.sentence(), request, response);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> unreadable(
      HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return answer(
        HttpStatus.BAD_REQUEST,
        "UNREADABLE",
        "The request is not valid JSON of the expected form.",
        request,
        response);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> database(
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
    if (e instanceof DataAccessResourceFailureException) {
      return away(request, response);
    }
    LOG.error("A database statement failed: {}", e.getClass().getSimpleName());
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "FAILED",
        "Something went wrong. Nothing was changed.",
        request,
        response);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> noTransaction(
      CannotCreateTransactionException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return away(request, response);
  }

  private static @Nullable ResponseEntity<ProblemDetail> away(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    return answer(
        HttpStatus.SERVICE_UNAVAILABLE,
        "DATABASE_AWAY",
        "The database does not answer. Nothing was changed; try again in a moment.",
        request,
        response);
  }

  private static @Nullable ResponseEntity<ProblemDetail> answer(
      HttpStatus status,
      String code,
      String sentence,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!request.getRequestURI().startsWith("/api/")) {
      response.sendError(status.value(), sentence);
      return null;
    }
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setProperty("code", code);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
