package vn.binhdang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium in front of the running product. Tests that take one are tagged "browser". */
public final class Browser implements AutoCloseable {
    private static final Dimension DESKTOP = new Dimension(1280, 900);
    private static final Dimension PHONE = new Dimension(360, 740);

    private final ChromeDriver driver;
    private final String home;
    private final Path profile;

    public Browser(int port) {
        this("http://localhost:" + port, newProfile());
    }

    private static Path newProfile() {
        try {
            return Files.createTempDirectory("browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Browser(String home, Path profile) {
        this.home = home;
        this.profile = profile;
        var options = new ChromeOptions()
                .setBinary(System.getProperty("browser", "/usr/bin/chromium"))
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--lang=vi",
                        "--user-data-dir=" + profile);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(System.getProperty("browser.driver", "/usr/bin/chromedriver"))
                        .toFile())
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(DESKTOP);
    }

    /** The same computer later: this browser is closed, and another one started with what it had kept. */
    public Browser reopened() {
        driver.quit();
        return new Browser(home, profile);
    }

    public ChromeDriver driver() {
        return driver;
    }

    public void open(String path) {
        driver.get(home + path);
    }

    public String path() {
        return driver.getCurrentUrl().substring(home.length());
    }

    public void onPhone() {
        driver.manage().window().setSize(PHONE);
    }

    public void onDesktop() {
        driver.manage().window().setSize(DESKTOP);
    }

    public WebElement find(String css) {
        return waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
    }

    public void type(String css, String text) {
        var field = find(css);
        field.clear();
        field.sendKeys(text);
    }

    public void click(String css) {
        click(waiting().until(ExpectedConditions.elementToBeClickable(By.cssSelector(css))));
    }

    /** Presses the first button, or follows the first link, that is seen with these words. */
    public void press(String words) {
        var by = By.xpath("//*[self::button or self::a or self::summary][normalize-space()=\"" + words + "\"]");
        var seen = waiting()
                .withMessage("to press: " + words)
                .until(d -> d.findElements(by).stream()
                        .filter(element -> element.isDisplayed() && element.isEnabled())
                        .findFirst()
                        .orElse(null));
        click(seen);
    }

    /** Scrolls there first: parts of a long page take their size only when they come near. */
    public void click(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        waiting().until(ExpectedConditions.elementToBeClickable(element)).click();
    }

    public void see(String words) {
        waiting()
                .withMessage("to see: " + words)
                // Asked as one script: a page that is just being replaced has no body to hold on to.
                .until(d -> String.valueOf(driver.executeScript("return document.body ? document.body.innerText : ''"))
                        .contains(words));
    }

    public void signIn(String username, String password) {
        signIn(username, password, false);
    }

    /** @param secondStep the password is followed by the page that asks for a second factor */
    public void signIn(String username, String password, boolean secondStep) {
        open("/sign-in");
        type("#username", username);
        type("#password", password);
        click("main form button");
        waiting().until(d -> secondStep ? path().equals("/sign-in/factor") : !path().startsWith("/sign-in"));
    }

    public void signOut() {
        driver.manage().deleteAllCookies();
    }

    /** Nothing that WCAG 2.2 A and AA or good practice object to, and nothing that scrolls sideways. */
    public void checkPage() {
        var result = new AxeBuilder().analyze(driver);
        assertThat(result.getViolations()).as("accessibility of " + path()).isEmpty();
        Object overflow = driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) java.util.Objects.requireNonNull(overflow)).longValue())
                .as("sideways scroll of " + path())
                .isLessThanOrEqualTo(0);
        assertThat(driver.findElement(By.tagName("h1")).getText()).isNotBlank();
    }

    /** Kept under target/screenshots, from where docs/ takes its pictures. */
    public void picture(String name) {
        try {
            Path file = Path.of("target", "screenshots", name + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WebDriverWait waiting() {
        return new Patience(driver);
    }

    /** Waits on when what was found belongs to the page before the one that is just arriving. */
    private static final class Patience extends WebDriverWait {
        Patience(ChromeDriver driver) {
            super(driver, Duration.ofSeconds(30));
            ignoring(StaleElementReferenceException.class);
        }

        @Override
        public <V> V until(Function<? super WebDriver, ? extends V> isTrue) {
            return super.until(d -> {
                try {
                    return isTrue.apply(d);
                } catch (WebDriverException e) {
                    // Chromium's own words for it, in the moment in which the page is exchanged.
                    if (String.valueOf(e.getMessage()).contains("does not belong to the document"))
                        throw new StaleElementReferenceException("of the page before", e);
                    throw e;
                }
            });
        }
    }

    @Override
    public void close() {
        driver.quit();
        try (var files = Files.walk(profile)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
