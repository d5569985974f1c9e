package org.sallyport;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.sallyport.Conditions.beListedIn;
import static org.sallyport.Conditions.haveFilesAtMost;
import static org.sallyport.Conditions.haveJavadoc;
import static org.sallyport.Conditions.haveLinesAtMost;
import static org.sallyport.Conditions.named;
import static org.sallyport.Conditions.now;
import static org.sallyport.Conditions.of;
import static org.sallyport.Conditions.packages;
import static org.sallyport.Conditions.saySentence;
import static org.sallyport.Conditions.takeNoBoolean;
import static org.sallyport.Conditions.useEarlierPackagesOnly;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Schedule;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.validator.Validator;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.core.UriInfo;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.sallyport.authorize.AuthorizeCheck;
import org.sallyport.authorize.InteractionStep;
import org.sallyport.cli.terminal.Environment;
import org.sallyport.config.Settings;
import org.sallyport.config.source.SettingsReader;
import org.sallyport.grant.Grant;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Randomness;
import org.sallyport.web.ProtocolApplication;
import org.sallyport.web.brand.Brand;
import org.sallyport.web.page.Assets;
import org.sallyport.web.page.PageExceptionHandler;
import org.sallyport.web.page.PageExceptionHandlerFactory;
import org.sallyport.web.page.PageLanguage;

/** The shape of this server: the order of its packages, and where each kind of code may live. */
@AnalyzeClasses(packages = "org.sallyport", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** A package imports only packages before it; those of features to come have their place too. */
  private static final List<String> ORDER =
      List.of(
          "oauth",
          "config",
          "store",
          "web",
          "audit",
          "key",
          "client",
          "user",
          "token",
          "grant",
          "login",
          "consent",
          "authorize",
          "device",
          "openid",
          "setup",
          "account",
          "admin",
          "imports",
          "cli");

  @ArchTest
  static final ArchRule packagesStandInOrder =
      classes()
          .should(useEarlierPackagesOnly(ORDER))
          .because("a feature is understood, and deleted, without reading those after it");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("org.sallyport.(**)")
          .should()
          .beFreeOfCycles()
          .because("two packages that need each other are one");

  @ArchTest
  static final ArchRule packagesAreSmall =
      all(packages())
          .should(haveFilesAtMost(20))
          .because("a package past 20 files is two features, and is split by feature");

  @ArchTest
  static final ArchRule packagesSayWhatTheyAre =
      all(packages())
          .should(saySentence())
          .because("one sentence a package is the map of the server");

  @ArchTest
  static final ArchRule filesAreShort =
      classes().should(haveLinesAtMost(200)).because("what is longer does two things");

  @ArchTest
  static final ArchRule publicTypesSayWhatTheyAre =
      classes()
          .that()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .should(haveJavadoc())
          .because("whoever extends the server reads the Javadoc first");

  @ArchTest
  static final ArchRule restStaysAtTheBoundary =
      noClasses()
          .that(not(named("Endpoint", "Resource", "Mapper", "Filter")))
          .and()
          .doNotBelongToAnyOf(ProtocolApplication.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..")
          .because("the protocol is the same whatever carries it");

  @ArchTest
  static final ArchRule facesStaysInPages =
      noClasses()
          .that(
              not(
                  named("Page")
                      .or(assignableTo(Converter.class))
                      .or(assignableTo(Validator.class))))
          .and()
          .doNotBelongToAnyOf(
              Assets.class,
              PageLanguage.class,
              PageExceptionHandler.class,
              PageExceptionHandlerFactory.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.faces..")
          .because("what a page does must be done without a page too");

  @ArchTest
  static final ArchRule databaseStaysBehindRepositories =
      noClasses()
          .that(named("Endpoint", "Resource", "Page", "Grant", "Check", "Step", "Filter", "Mapper"))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class)
          .because("repositories read as collections, and their services are the transactions");

  @ArchTest
  static final ArchRule queriesFitEveryDatabase =
      noClasses()
          .should()
          .accessTargetWhere(of(EntityManager.class, "createNativeQuery"))
          .because("one WAR serves three databases");

  @ArchTest
  static final ArchRule configurationIsReadInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.sallyport.config..")
          .and()
          .doNotBelongToAnyOf(Environment.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.microprofile.config..")
          .orShould()
          .accessTargetWhere(of(System.class, "getenv", "getProperty", "getProperties"))
          .because("settings are records, documented and checked once at the start");

  @ArchTest
  static final ArchRule settingsAreInjected =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.sallyport.config..", "org.sallyport.store")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(SettingsReader.class)
          .because("only the data source, and the start that needs it, come before injection");

  @ArchTest
  static final ArchRule timeIsInjected =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Settings.class)
          .should()
          .accessTargetWhere(
              now()
                  .or(of(System.class, "currentTimeMillis"))
                  .or(of(Date.class, "<init>"))
                  .or(of(Clock.class, "systemUTC", "systemDefaultZone", "system"))
                  .or(of(Clock.class, "tickMillis", "tickSeconds", "tickMinutes")))
          .because("a test sets the clock, and all nodes tell one time");

  @ArchTest
  static final ArchRule randomnessHasOneHome =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Randomness.class)
          .should()
          .accessTargetWhere(
              of(SecureRandom.class, "<init>", "getInstance", "getInstanceStrong")
                  .or(of(UUID.class, "randomUUID"))
                  .or(of(Math.class, "random"))
                  .or(of(Random.class, "<init>"))
                  .or(of(ThreadLocalRandom.class, "current")))
          .because("whether a secret can be guessed is decided, and reviewed, once");

  @ArchTest
  static final ArchRule errorsComeFromTheCatalogue =
      noClasses()
          .that()
          .doNotBelongToAnyOf(OAuthError.class, OAuthException.class)
          .should()
          .accessTargetWhere(of(OAuthException.class, "<init>"))
          .because("a catalogue holds every error with its status");

  @ArchTest
  static final ArchRule standardStreamsAreTheCommandLines =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.sallyport.cli..")
          .should(ACCESS_STANDARD_STREAMS)
          .because("a server speaks through its log");

  @ArchTest
  static final ArchRule namesTellTheRole =
      noClasses()
          .should(
              ArchCondition.from(named("Impl", "Manager", "Util", "Utils", "Helper", "Helpers")))
          .because("such a name says nothing of what a class does");

  @ArchTest
  static final ArchRule endpointsAreNamedSo =
      classes()
          .that()
          .areAnnotatedWith(jakarta.ws.rs.Path.class)
          .should()
          .beAnnotatedWith(ApplicationScoped.class)
          .andShould(ArchCondition.from(named("Endpoint", "Resource")))
          .because("the suffix is the role, and one instance serves all requests");

  @ArchTest
  static final ArchRule pagesAreNamedSo =
      classes()
          .that()
          .areAnnotatedWith(Named.class)
          .and()
          .doNotBelongToAnyOf(Brand.class)
          .should(ArchCondition.from(named("Page")))
          .because("the suffix is the role");

  @ArchTest
  static final ArchRule grantsAreNamedSo =
      classes()
          .that()
          .implement(Grant.class)
          .should(ArchCondition.from(named("Grant")))
          .because("the suffix is the role");

  @ArchTest
  static final ArchRule checksAreNamedSo =
      classes()
          .that()
          .implement(AuthorizeCheck.class)
          .should(ArchCondition.from(named("Check")))
          .because("the suffix is the role");

  @ArchTest
  static final ArchRule stepsAreNamedSo =
      classes()
          .that()
          .implement(InteractionStep.class)
          .should(ArchCondition.from(named("Step")))
          .because("the suffix is the role");

  @ArchTest
  static final ArchRule entitiesAreListed =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .or()
          .areAnnotatedWith(jakarta.persistence.Converter.class)
          .should(beListedIn(Path.of("src/main/resources/META-INF/persistence.xml")))
          .because("unlisted classes are excluded, and a row would be missed when it is needed");

  @ArchTest
  static final ArchRule entitiesAreReadFromTheDatabase =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .beAnnotatedWith(Cacheable.class)
          .because("another node may have changed the row: each says that it is not cached");

  @ArchTest
  static final ArchRule sessionsAreRows =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(HttpSession.class, SessionScoped.class, ViewScoped.class)
          .orShould()
          .accessTargetWhere(
              of(HttpServletRequest.class, "getSession")
                  .or(of(ExternalContext.class, "getSession", "getSessionMap")))
          .because("any node serves any request, and a stopped one loses no login");

  @ArchTest
  static final ArchRule addressesComeFromTheIssuer =
      noClasses()
          .should()
          .accessTargetWhere(
              of(HttpServletRequest.class, "getRequestURL", "getServerName", "getServerPort")
                  .or(of(ServletRequest.class, "getServerName", "getServerPort"))
                  .or(of(UriInfo.class, "getBaseUri", "getAbsolutePath", "getRequestUri")))
          .because("whoever sends a request chooses its Host header");

  @ArchTest
  static final ArchRule timersLeaveTransactionsToWhatTheyCall =
      methods()
          .that()
          .areAnnotatedWith(Schedule.class)
          .should()
          .beDeclaredInClassesThat(
              describe(
                  "manage their transactions",
                  timer ->
                      timer.isAnnotatedWith(TransactionManagement.class)
                          && timer.getAnnotationOfType(TransactionManagement.class).value()
                              == TransactionManagementType.BEAN))
          .because(
              "Payara begins one for the whole run, whatever a method in the package asks for");

  @ArchTest
  static final ArchRule switchesHaveNames =
      methods()
          .that()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .and()
          .haveNameNotStartingWith("set")
          .should(takeNoBoolean())
          .because("at the call, true says nothing");
}
