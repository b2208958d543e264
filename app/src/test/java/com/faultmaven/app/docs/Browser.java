package com.faultmaven.app.docs;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium for which there is no host but this machine, and all it asked and complained
 * of.
 */
final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "google-chrome", "chromium-browser", "chrome");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Where there is no browser the test is skipped, but on a build machine it fails. */
  static Browser offline() {
    Optional<Path> chromium = NAMES.stream().flatMap(Browser::onThePath).findFirst();
    Optional<Path> chromedriver = onThePath("chromedriver").findFirst();
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      String missing = "needs chromium and chromedriver on the PATH";
      return System.getenv("CI") == null ? abort(missing) : fail(missing);
    }
    return new Browser(
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.get().toFile())
                .build(),
            options(chromium.get())));
  }

  private static ChromeOptions options(Path chromium) {
    LoggingPreferences everything = new LoggingPreferences();
    everything.enable(LogType.PERFORMANCE, Level.ALL);
    everything.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.setCapability(ChromeOptions.LOGGING_PREFS, everything);
    return options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--window-size=1400,1000",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
  }

  private static Stream<Path> onThePath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable);
  }

  void open(String url) {
    driver.get(url);
  }

  /** Shows pages from now on as somebody with these settings sees them. */
  void look(boolean dark, int width) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What keeps some people from reading or using the page, with where it is. */
  List<String> barriers() {
    return new AxeBuilder()
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze(driver)
            .getViolations()
            .stream()
            .map(it -> it.getId() + ": " + it.getHelp() + " " + it.getNodes())
            .toList();
  }

  /** Whether one has to scroll sideways. */
  boolean isTooWide() {
    return Boolean.TRUE.equals(
        driver.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
  }

  /** The whole page as PNG. */
  byte[] picture() {
    Object data =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
            .get("data");
    return Base64.getDecoder().decode(String.valueOf(data));
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  void type(String selector, String text) {
    WebElement field = driver.findElement(By.cssSelector(selector));
    await(selector).atMost(PATIENCE).until(field::isDisplayed);
    field.clear();
    field.sendKeys(text);
  }

  /** Clicks what is shown at an XPath, as soon as it is there and nothing lies over it. */
  void click(String path) {
    await(path)
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(WebDriverException.class)
        .until(() -> clicks(path));
  }

  private boolean clicks(String path) {
    Optional<WebElement> found =
        driver.findElements(By.xpath(path)).stream().filter(WebElement::isDisplayed).findFirst();
    found.ifPresent(
        element -> {
          driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
          element.click();
        });
    return found.isPresent();
  }

  /** The statuses of the answers the page got from a path. */
  List<Integer> answers(String path) {
    return events("Network.responseReceived")
        .map(event -> event.at("/params/response"))
        .filter(answer -> answer.path("url").asString().startsWith("http"))
        .filter(answer -> URI.create(answer.path("url").asString()).getPath().equals(path))
        .map(answer -> answer.path("status").asInt())
        .toList();
  }

  /** Reads on until it is there: the page shows what is far below only when it is scrolled to. */
  void awaitText(String expected) {
    await(expected).atMost(PATIENCE).until(() -> shows(expected));
  }

  private boolean shows(String expected) {
    if (text().contains(expected)) {
      return true;
    }
    ((JavascriptExecutor) driver).executeScript("window.scrollBy(0, window.innerHeight)");
    return false;
  }

  /** Host and port of every request the page made, whether there was an answer or not. */
  List<String> hostsAsked() {
    return events("Network.requestWillBeSent")
        .map(event -> URI.create(event.at("/params/request/url").asString()))
        .filter(url -> !url.getScheme().equals("data") && !url.getScheme().equals("blob"))
        .map(URI::getAuthority)
        .toList();
  }

  private Stream<JsonNode> events(String method) {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> JsonMapper.shared().readTree(entry.getMessage()).at("/message"))
        .filter(event -> event.path("method").asString().equals(method));
  }

  /**
   * What the console shows as errors and warnings, violations of the security policy among them.
   */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
