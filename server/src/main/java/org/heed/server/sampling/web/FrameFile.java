package org.heed.server.sampling.web;

import org.heed.figures.sampling.Frame;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A frame to keep: the lines that its hash is of. */
public final class FrameFile {
  private FrameFile() {}

  public static ResponseEntity<String> of(Frame frame) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/tab-separated-values;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("frame.tsv").build().toString())
        .body(frame.lines());
  }
}
