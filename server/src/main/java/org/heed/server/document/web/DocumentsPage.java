package org.heed.server.document.web;

import java.util.List;
import org.heed.server.document.Documents;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.web.CasePage;
import org.heed.server.web.Link;
import org.heed.server.web.Page;

/** The model of {@code document/documents.jte}: the documents of a case. */
public record DocumentsPage(Page page, Documents.Opened opened, DocumentList list) {

  public CaseFile file() {
    return opened.view().file();
  }

  public List<Link> tabs() {
    return CasePage.tabs(file().id(), "");
  }

  public String here() {
    return list.of().address();
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "DocumentsPage[" + file().id() + "]";
  }
}
