package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.FormFactor;
import advisor.facts.machine.Interconnect;
import advisor.facts.machine.Market;
import java.util.stream.Stream;

/** Reads one file of {@code accelerators/}. */
final class AcceleratorReader {
    private AcceleratorReader() {}

    static Accelerator read(Section section, Citations citations) {
        FigureReader figures = new FigureReader(section, citations);
        figures.whole("last_made_year");
        Accelerator accelerator = new Accelerator(
                section.text("id"),
                section.localised("title"),
                section.text("vendor"),
                section.text("architecture"),
                section.optionalNumber("compute_capability"),
                section.optionalInteger("release_year"),
                section.choice("form_factor", FormFactor.class),
                section.choice("market", Market.class),
                section.flag("china_variant", false),
                section.optionalText("domestic_in"),
                interconnect(section, citations),
                figures.gigabytes("memory_gb"),
                figures.bytes("memory_bytes"),
                figures.number("bandwidth_gb_s"),
                figures.number("link_gb_s"),
                figures.number("fp16_tflops"),
                figures.number("fp8_tflops"),
                figures.number("fp4_tflops"),
                figures.number("int8_tops"),
                figures.number("tdp_w"),
                figures.number("all_in_kw"),
                figures.flag("native_fp8"),
                figures.flag("native_fp4"),
                figures.figures(),
                section.localisedTexts("notes"));
        Plausible.formats(section, accelerator.fp16Teraflops(), accelerator.fp8Teraflops(), accelerator.fp4Teraflops());
        Plausible.bandwidth(
                section, accelerator.formFactor(), accelerator.memory(), accelerator.bandwidthGigabytesPerSecond());
        Plausible.memory(section, accelerator.memory(), accelerator.measuredMemory());
        Plausible.countries(
                section,
                "domestic_in",
                Stream.ofNullable(accelerator.domesticIn()).toList());
        section.done();
        return accelerator;
    }

    private static Interconnect interconnect(Section section, Citations citations) {
        Section value = section.optionalSection("interconnect");
        if (value == null) {
            return Interconnect.NOT_KNOWN;
        }
        Interconnect kind = value.choice("kind", Interconnect.class);
        citations.read(value, "source");
        value.date("date");
        value.optionalText("confidence");
        value.optionalLocalised("note");
        value.done();
        return kind;
    }
}
