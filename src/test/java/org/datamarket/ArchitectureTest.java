package org.datamarket;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.datamarket.simulation.DataMarket;
import org.junit.jupiter.api.Test;

/** The structure of the code: who may use whom, and what the formulas must not touch. */
class ArchitectureTest {
  private static final String ROOT = "org.datamarket.";
  private static final int MOST_CLASSES = 30;

  /** The packages in the order of the table in docs/architecture.md: each uses only those below. */
  private static final List<String> ORDER = PackageTable.read().names();

  private static final String[] FORMULAS = {
    ROOT + "market..", ROOT + "strategy..", ROOT + "analysis.."
  };

  /** Functions of Math that a Java machine may compute to other last bits than another one. */
  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.datamarket");

  @Test
  void packages_useOnlyThoseBelowThem() {
    check(classes().should(useOnlyPackagesBelowTheirOwn()));
  }

  @Test
  void packages_haveNoCycles() {
    check(slices().matching(ROOT + "(**)").should().beFreeOfCycles());
  }

  @Test
  void packages_areRooms() {
    check(classes().should(beAtMost(MOST_CLASSES)));
  }

  @Test
  void mason_isKnownWhereTheTableSaysSo() {
    String[] mayKnowIt =
        PackageTable.read().rows().stream()
            .filter(PackageTable.Row::knowsMason)
            .map(row -> ROOT + row.name())
            .toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(mayKnowIt)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("sim..", "ec.."));
  }

  @Test
  void mechanismAndStrategies_useNoChance() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + "market..", ROOT + "strategy..")
            .should(
                dependOnClassesThat(
                    assignableTo(Random.class)
                        .or(assignableTo(SplittableRandom.class))
                        .or(
                            resideInAnyPackage(
                                "java.util.random..",
                                "java.security..",
                                "org.apache.commons.math3.random..",
                                ROOT + "random.."))))
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(StrictMath.class, "random"));
  }

  @Test
  void mechanismAndStrategies_useNoClock() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + "market..", ROOT + "strategy..")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.time.."));
  }

  @Test
  void mechanismAndStrategies_useNoFiles() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + "market..", ROOT + "strategy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio..", "java.net..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File|RandomAccess|Print|.*Writer|.*Reader).*"));
  }

  @Test
  void designs_useRandomStreamsOnly() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + "study.design..", ROOT + "study.sensitivity..")
            .should()
            .dependOnClassesThat(
                describe(
                    "is of the program, but neither a design nor a random stream",
                    ArchitectureTest::isBeyondDesigns))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.time.."));
  }

  @Test
  void formulas_useStrictMath() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(FORMULAS)
            .or()
            .resideInAnyPackage(ROOT + "random..", ROOT + "model..", ROOT + "simulation..")
            .or()
            .resideInAnyPackage(ROOT + "study.design..", ROOT + "study.sensitivity..")
            .should()
            .accessTargetWhere(
                describe(
                    "is an inexact function of Math, where StrictMath is exact",
                    ArchitectureTest::isInexact)));
  }

  @Test
  void exit_isLeftToTheCommands() {
    check(
        noClasses()
            .that(DescribedPredicate.not(resideInAPackage(ROOT + "cli..")))
            .and(
                describe(
                    "are not MASON's own way in", type -> !type.isEquivalentTo(DataMarket.class)))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class));
  }

  @Test
  void statics_neverChange() {
    check(
        fields()
            .that()
            .areStatic()
            .and(describe("are written by hand", field -> !isSynthetic(field)))
            .should()
            .beFinal()
            .andShould()
            .notHaveRawType(
                describe("an array", JavaClass::isArray)
                    .or(resideInAPackage("java.util.concurrent.."))
                    .or(assignableTo(Random.class))));
  }

  private void check(ArchRule rule) {
    rule.check(classes);
  }

  private static boolean isInexact(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(Math.class)
        && INEXACT.contains(access.getTarget().getName());
  }

  private static boolean isBeyondDesigns(JavaClass type) {
    return type.getPackageName().startsWith("org.datamarket")
        && !resideInAnyPackage(
                ROOT + "random", ROOT + "study.design..", ROOT + "study.sensitivity..")
            .test(type);
  }

  private static boolean isSynthetic(JavaField field) {
    return field.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static ArchCondition<JavaClass> useOnlyPackagesBelowTheirOwn() {
    return new ArchCondition<>("use only packages below their own in " + ORDER) {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        if (line(user) < 0) {
          events.add(
              SimpleConditionEvent.violated(user, user.getName() + " is in no known package"));
        }
        for (Dependency use : user.getDirectDependenciesFromSelf()) {
          JavaClass used = use.getTargetClass();
          if (used.getPackageName().startsWith(ROOT)
              && !user.getPackageName().equals(used.getPackageName())
              && line(used) <= line(user)) {
            events.add(SimpleConditionEvent.violated(user, use.getDescription()));
          }
        }
      }
    };
  }

  private static int line(JavaClass type) {
    return ORDER.indexOf((type.getPackageName() + " ").substring(ROOT.length()).strip());
  }

  /** A package with more classes is a hall. */
  private static ArchCondition<JavaClass> beAtMost(int most) {
    return new ArchCondition<>("be at most " + most + " in a package") {
      private final Map<String, Integer> counts = new TreeMap<>();

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean counted = type.isTopLevelClass() && !type.getSimpleName().equals("package-info");
        int count = counts.merge(type.getPackageName(), counted ? 1 : 0, Integer::sum);
        if (counted && count > most) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is one too many"));
        }
      }
    };
  }
}
