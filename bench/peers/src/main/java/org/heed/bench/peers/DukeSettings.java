package org.heed.bench.peers;

import java.util.Collection;
import java.util.List;
import no.priv.garshol.duke.Configuration;
import no.priv.garshol.duke.DataSource;
import no.priv.garshol.duke.Database;
import no.priv.garshol.duke.Property;

/** What Duke is to compare, and how. Its own class of settings cannot be had without Lucene 4. */
record DukeSettings(List<Property> properties, Database database, double threshold)
    implements Configuration {
  @Override
  public Collection<DataSource> getDataSources() {
    return List.of();
  }

  @Override
  public Collection<DataSource> getDataSources(int group) {
    return List.of();
  }

  @Override
  public Database getDatabase(boolean overwrite) {
    database.setConfiguration(this);
    return database;
  }

  @Override
  public double getThreshold() {
    return threshold;
  }

  @Override
  public double getMaybeThreshold() {
    return 0;
  }

  @Override
  public boolean isDeduplicationMode() {
    return true;
  }

  @Override
  public List<Property> getProperties() {
    return properties;
  }

  @Override
  public Collection<Property> getIdentityProperties() {
    return properties.stream().filter(Property::isIdProperty).toList();
  }

  @Override
  public Property getPropertyByName(String name) {
    return properties.stream()
        .filter(property -> property.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Collection<Property> getLookupProperties() {
    return properties.stream().filter(property -> !property.isIdProperty()).toList();
  }

  @Override
  public void setThreshold(double other) {
    throw new UnsupportedOperationException("settings stay as they are");
  }

  @Override
  public void setDatabase(Database other) {
    throw new UnsupportedOperationException("settings stay as they are");
  }

  @Override
  public void validate() {}

  @Override
  public Configuration copy() {
    return this;
  }
}
