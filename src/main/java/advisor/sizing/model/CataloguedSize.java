package advisor.sizing.model;

import advisor.facts.model.Attention;
import advisor.facts.model.Checkpoint;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelSize;
import advisor.facts.model.Precision;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Unknown;
import advisor.text.Ids;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The size of a catalogued model: derived where its configuration allows, as published elsewhere. */
final class CataloguedSize {
    private final LanguageModel model;
    private final ModelSize derived;
    private final List<Unknown> unknown = new ArrayList<>();

    private CataloguedSize(LanguageModel model, ModelSize derived) {
        this.model = model;
        this.derived = derived;
    }

    /** @param derived what follows from its configuration, if the catalog has one */
    static ModelSize of(LanguageModel model, @Nullable ModelSize derived) {
        return new CataloguedSize(model, derived == null ? nothing(model) : derived).size();
    }

    private static ModelSize nothing(LanguageModel model) {
        Attention none = new Attention.Unknown(0);
        return new ModelSize(model.id(), null, null, null, null, null, List.of(), none, 0, 0, 0, null, List.of());
    }

    private ModelSize size() {
        derived.unknown().stream().filter(this::staysUnknown).forEach(unknown::add);
        return new ModelSize(
                model.id(),
                total(),
                known("parameters.active", derived.activeParameters(), model.activeParameters()),
                prediction(),
                model.nativePrecision(),
                known("checkpoint.bytes", publishedElsewhere() ? null : derived.checkpoint(), published()),
                derived.groups(),
                attention(),
                stated(model.layers(), derived.layers()),
                stated(model.routedExperts(), derived.routedExperts()),
                stated(model.expertsPerToken(), derived.expertsPerToken()),
                model.contextTokens(),
                List.copyOf(unknown));
    }

    private static int stated(int stated, int derived) {
        return stated == 0 ? derived : stated;
    }

    /** A doubt about a figure that a source gives is none. */
    private boolean staysUnknown(Unknown doubt) {
        return switch (doubt.figure()) {
            case "parameters" -> model.totalParameters() == null;
            case "checkpoint.bytes" -> !publishedElsewhere();
            case "checkpoint.precision" -> false;
            default -> true;
        };
    }

    /** Whether a source gives more bytes than follow from the configuration: parts for images, say. */
    private boolean publishedElsewhere() {
        Bytes published = published();
        return published != null && !published.equals(derived.checkpoint());
    }

    private @Nullable Bytes published() {
        return model.checkpoint(model.nativePrecision()).map(Checkpoint::bytes).orElse(null);
    }

    /** Where source and configuration contradict each other, one of them is wrong, and nobody knows which. */
    private @Nullable Long total() {
        Long counted = derived.totalParameters();
        Long stated = model.totalParameters();
        if (counted != null && stated != null && Math.abs(counted - stated) > ModelSizing.MOST_DIFFERENCE * stated) {
            return contradiction(stated, counted);
        }
        Precision configured = derived.precision();
        return configured == null || configured == model.nativePrecision()
                ? known("parameters.total", counted, stated)
                : contradiction(Ids.of(model.nativePrecision()), Ids.of(configured));
    }

    private @Nullable Long contradiction(Object stated, Object configured) {
        name(
                "parameters.total",
                new Text(
                        "a source gives %s, the configuration comes to %s: one of them is wrong"
                                .formatted(stated, configured),
                        "来源给出 %s，按配置为 %s：其中一个有误".formatted(stated, configured)));
        return null;
    }

    private @Nullable Long prediction() {
        Long figure = derived.multiTokenPredictionParameters();
        Long known = figure == null ? model.multiTokenPredictionParameters() : figure;
        boolean named = unknown.stream().anyMatch(doubt -> doubt.figure().endsWith("multiTokenPrediction"));
        return known == null && !named ? known("parameters.multiTokenPrediction", null, null) : known;
    }

    private Attention attention() {
        Attention counted = derived.attention();
        Attention stated = model.attention();
        if (!(counted instanceof Attention.Unknown || stated instanceof Attention.Unknown || agree(counted, stated))) {
            name(
                    "kvCache",
                    new Text("the attention that a source gives is not that of the configuration", "来源给出的注意力与配置不一致"));
            return new Attention.Unknown(stated.heads());
        }
        Attention attention = counted instanceof Attention.Unknown ? stated : counted;
        boolean named = unknown.stream().anyMatch(doubt -> doubt.figure().equals("kvCache"));
        if (attention instanceof Attention.Unknown && !named) {
            name("kvCache", new Text("the attention scheme is not known", "注意力方案未知"));
        }
        return attention;
    }

    /** Sources tell of the vectors, and leave the index of those that are looked at to the configuration. */
    private static boolean agree(Attention counted, Attention stated) {
        Attention told = counted instanceof Attention.Latent latent ? latent.withoutIndex() : counted;
        return told.equals(stated);
    }

    private <T> @Nullable T known(String figure, @Nullable T derived, @Nullable T published) {
        T known = derived == null ? published : derived;
        boolean named = unknown.stream().anyMatch(doubt -> figure.startsWith(doubt.figure()));
        if (known == null && !named) {
            name(figure, new Text("no source gives it", "没有来源给出"));
        }
        return known;
    }

    private void name(String figure, Text reason) {
        unknown.add(new Unknown(figure, reason));
    }
}
