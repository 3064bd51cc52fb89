package advisor.report.json;

import advisor.report.words.TestText;
import advisor.text.Problem;
import advisor.workshop.CheckReport;
import advisor.workshop.TestResult;
import java.io.StringWriter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Tests and checks as the XML that build servers read as JUnit's. */
public final class JUnitXml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JUnitXml() throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    /** One case a scenario. */
    public static String of(List<TestResult> results) {
        try {
            return new JUnitXml().tests(results);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text in memory cannot fail to be written.", e);
        }
    }

    /** One case a file with something in it, or one that passes if there is nothing. */
    public static String of(CheckReport report) {
        return of(
                "advisor rules check",
                report.notices().stream()
                        .map(notice -> notice.fault().problem())
                        .toList());
    }

    /** One case a file with something in it, or one that passes if there is nothing. */
    public static String of(String tool, List<Problem> problems) {
        try {
            return new JUnitXml().checks(tool, problems);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text in memory cannot fail to be written.", e);
        }
    }

    private String tests(List<TestResult> results) throws XMLStreamException {
        long failed = results.stream().filter(result -> !result.passed()).count();
        begin("advisor rules test", results.size(), failed);
        for (TestResult result : results) {
            String file = result.scenario().place().replaceAll(":\\d+$", "");
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", file);
            xml.writeAttribute("name", result.scenario().name());
            if (!result.passed()) {
                failure(result.failures().get(0).message(), TestText.failures(result));
            }
            xml.writeEndElement();
        }
        return end();
    }

    private String checks(String tool, List<Problem> problems) throws XMLStreamException {
        SortedMap<String, StringBuilder> byFile = new TreeMap<>();
        for (Problem problem : problems) {
            byFile.computeIfAbsent(problem.file(), file -> new StringBuilder())
                    .append(problem)
                    .append('\n');
        }
        String name = tool.split(" ", -1)[1];
        begin(tool, Math.max(1, byFile.size()), byFile.size());
        for (String file : byFile.keySet()) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", name);
            xml.writeAttribute("name", file);
            failure(
                    byFile.get(file).toString().lines().findFirst().orElse(""),
                    byFile.get(file).toString());
            xml.writeEndElement();
        }
        if (byFile.isEmpty()) {
            xml.writeEmptyElement("testcase");
            xml.writeAttribute("classname", name);
            xml.writeAttribute("name", "all");
        }
        return end();
    }

    private void begin(String name, long tests, long failures) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Long.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
    }

    private void failure(String message, String details) throws XMLStreamException {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", message);
        xml.writeCharacters(details);
        xml.writeEndElement();
    }

    private String end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return text + "\n";
    }
}
