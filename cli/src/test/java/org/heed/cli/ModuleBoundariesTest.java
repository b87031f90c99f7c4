package org.heed.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Arrows between modules point one way, and engines know no SQL, HTTP or Spring. */
class ModuleBoundariesTest {
  private static final String[] ENGINES = {
    "org.heed.kernel..",
    "org.heed.rulebook..",
    "org.heed.text..",
    "org.heed.figures..",
    "org.heed.clocks..",
    "org.heed.linkage..",
    "org.heed.ledger..",
    "org.heed.simulator.."
  };

  private static final JavaClasses HEED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.heed");

  @Test
  void arrowsPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("kernel")
        .definedBy("org.heed.kernel..")
        .layer("rulebook")
        .definedBy("org.heed.rulebook..")
        .layer("text")
        .definedBy("org.heed.text..")
        .layer("figures")
        .definedBy("org.heed.figures..")
        .layer("clocks")
        .definedBy("org.heed.clocks..")
        .layer("linkage")
        .definedBy("org.heed.linkage..")
        .layer("ledger")
        .definedBy("org.heed.ledger..")
        .layer("postgres")
        .definedBy("org.heed.postgres..")
        .layer("simulator")
        .definedBy("org.heed.simulator..")
        .layer("server")
        .definedBy("org.heed.server..")
        .layer("cli")
        .definedBy("org.heed.cli..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("server")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("simulator")
        .mayOnlyBeAccessedByLayers("server", "cli")
        .whereLayer("postgres")
        .mayOnlyBeAccessedByLayers("server", "cli")
        .whereLayer("ledger")
        .mayOnlyBeAccessedByLayers("server", "cli")
        .whereLayer("figures")
        .mayOnlyBeAccessedByLayers("server", "cli")
        .whereLayer("linkage")
        .mayOnlyBeAccessedByLayers("server", "cli")
        .whereLayer("linkage")
        .mayOnlyAccessLayers("kernel")
        .whereLayer("text")
        .mayOnlyBeAccessedByLayers("server", "cli")
        .whereLayer("kernel")
        .mayNotAccessAnyLayer()
        .whereLayer("rulebook")
        .mayOnlyAccessLayers("kernel")
        .check(HEED);
  }

  @Test
  void engines_knowNoSqlNoHttpNoSpring() {
    noClasses()
        .that()
        .resideInAnyPackage(ENGINES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "java.net.http..",
            "com.sun.net..",
            "jakarta..",
            "org.springframework..",
            "org.postgresql..",
            "org.apache.spark..")
        .allowEmptyShould(true)
        .check(HEED);
  }

  @Test
  void onlyRecordCommands_touchTheServer() {
    noClasses()
        .that()
        .resideInAPackage("org.heed.cli..")
        .and()
        .resideOutsideOfPackage("org.heed.cli.record..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.heed.server..", "org.heed.postgres..", "org.springframework..")
        .check(HEED);
  }
}
