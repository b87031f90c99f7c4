package org.heed.server.publication;

import org.heed.server.store.KnownPositions.Horizon;

/**
 * A figure that rests on settled entries alone, with what it rests on.
 *
 * @param figure whose question names the moment of knowing
 * @param horizon how far the record was settled at that moment
 * @param records what the total counts
 */
public record SettledFigure(Figure figure, Horizon horizon, RecordsBehind records) {}
