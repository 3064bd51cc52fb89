package advisor.http.browser;

import org.openqa.selenium.By;

/** The places of the page, each with what is shown there once all of it has arrived. */
enum View {
    WELCOME("#/advice?", ".models a"),
    ADVICE("#/advice?model=deepseek-r1&budget=500000CNY&", ".rejected button.change"),
    OPTION("#/advice?model=deepseek-r1&budget=3000000CNY&option=h100-x8-research&", "#part-why-not"),
    COMPARE("#/compare?model=deepseek-r1&budget=3000000CNY&compare=h100-x8-research,deepinfra&", "#compare-flips"),
    MODELS("#/advice?model=any-of:deepseek-r1,qwen3-32b&budget=300000EUR&", ".models-ranked li"),
    FAULTY("#/advice?model=deepseek-r1&budget=lots&", ".fault p"),
    REQUESTS("#/requests?", "#batch-title"),
    AUDIT("#/audit?", ".audit .drop"),
    RULES("#/rules?", ".rules-file"),
    RULE("#/rules/memory/does-not-fit?", "#rule-coverage ~ *"),
    FILE("#/rules/memory.drl/13?", "#rule-text");

    private final String place;
    private final By arrived;

    View(String place, String arrived) {
        this.place = place;
        this.arrived = By.cssSelector(arrived);
    }

    void open(Page page, Browser browser, String language) {
        page.at(place + "lang=" + language);
        browser.shown(arrived);
    }
}
