package org.heed.server.dossier.web;

import java.util.UUID;
import org.heed.server.web.Page;

/**
 * The model of {@code dossier/operation.jte}.
 *
 * @param now the operation that the report belongs to; empty: to none
 * @param operation as typed
 */
public record OperationPage(Page page, UUID report, String now, String operation, String reason) {}
