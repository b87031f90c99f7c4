package org.heed.ledger;

/**
 * A column of a fact table.
 *
 * @param name as in the database: lower case, digits and underscores
 * @param type of its values, any of which may be null
 */
public record Column(String name, FactType type) {

  public Column {
    FactTable.checkName(name);
  }
}
