package org.heed.figures.published;

/**
 * The name an offence code was published under, and from when to when. A label is no evidence of
 * the rule in force: sheets are relabelled after the fact.
 *
 * @param name the name as printed
 * @param first the first year printed so
 * @param last the last year printed so
 */
public record NameSpan(String name, FinancialYear first, FinancialYear last) {}
