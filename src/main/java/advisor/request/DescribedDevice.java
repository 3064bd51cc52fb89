package advisor.request;

import advisor.facts.machine.Accelerator;
import advisor.facts.machine.FormFactor;
import advisor.facts.machine.Interconnect;
import advisor.facts.machine.Market;
import advisor.facts.offer.StatedOffer;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Source;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A device that the catalog lacks, as far as a request describes it; the rest of it is not known. */
record DescribedDevice(StatedOffer offer, LocalDate day) {

    Accelerator accelerator() {
        Double memory = figure("memory_gb");
        return new Accelerator(
                offer.accelerator(),
                new Text(offer.accelerator(), offer.accelerator()),
                Accelerator.UNNAMED,
                Accelerator.UNNAMED,
                null,
                null,
                FormFactor.PCIE,
                Market.DATACENTRE,
                false,
                null,
                Interconnect.NOT_KNOWN,
                memory == null ? null : Bytes.ofGigabytes(memory),
                null,
                figure("bandwidth_gb_s"),
                null,
                figure("fp16_tflops"),
                figure("fp8_tflops"),
                figure("fp4_tflops"),
                figure("int8_tops"),
                figure("tdp_w"),
                null,
                offer.figures().containsKey("fp8_tflops") ? true : null,
                offer.figures().containsKey("fp4_tflops") ? true : null,
                figures(),
                List.of());
    }

    /** A device of the catalog with the figures that it lacks there. */
    Accelerator filling(Accelerator known) {
        return offer.figures().isEmpty() ? known : known.filledBy(List.of(accelerator()), figure("tdp_w"));
    }

    /** Figures that the catalog has of the device: it has them of a source. */
    List<String> knownBetter(@Nullable Accelerator known) {
        return known == null
                ? List.of()
                : offer.figures().keySet().stream()
                        .filter(name -> known.figure(name) != null)
                        .toList();
    }

    private @Nullable Double figure(String name) {
        return offer.figures().get(name);
    }

    private List<Figure> figures() {
        return offer.figures().entrySet().stream()
                .map(said -> new Figure(
                        said.getKey(),
                        said.getValue().toString(),
                        Source.THE_REQUEST,
                        day,
                        null,
                        Confidence.MEDIUM,
                        null))
                .toList();
    }
}
