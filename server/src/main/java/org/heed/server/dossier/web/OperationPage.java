package org.heed.server.dossier.web;

import java.util.UUID;
import org.heed.server.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code dossier/operation.jte}.
 *
 * @param now the operation that the report belongs to
 * @param operation as typed
 */
public record OperationPage(
    Page page, UUID report, @Nullable String now, String operation, String reason) {}
