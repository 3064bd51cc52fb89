package advisor.engine;

import advisor.model.Finding;
import java.lang.reflect.Constructor;
import org.drools.base.base.ValueResolver;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.drools.kiesession.consequence.DefaultKnowledgeHelper;
import org.drools.modelcompiler.consequence.DroolsImpl;
import org.drools.modelcompiler.consequence.FactHandleLookup;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/** Stands in for the session in a consequence, and takes the finding that it states. Not safe for several threads. */
final class StatedFinding {
    private static final Constructor<DroolsImpl> CONSTRUCTOR = constructor();

    private final Taker taker = new Taker();
    private final DroolsImpl drools = drools(taker);

    /** @throws Exception whatever the consequence throws, or if it states nothing */
    Finding by(PlainRule rule, @Nullable Object[] values) throws Exception {
        taker.finding = null;
        rule.state(drools, values);
        Finding finding = taker.finding;
        if (finding == null) {
            throw new IllegalStateException("The rule states nothing.");
        }
        return finding;
    }

    private static final class Taker extends DefaultKnowledgeHelper {
        private static final long serialVersionUID = 1;

        private transient @Nullable Finding finding;

        @Override
        public @Nullable FactHandle insertLogical(Object stated) {
            if (finding != null) {
                throw new IllegalStateException("The rule states two findings.");
            }
            finding = (Finding) stated;
            return null;
        }
    }

    /** The class is public and its constructor is not; {@link StatedFinding} is the one place that gets round it. */
    private static Constructor<DroolsImpl> constructor() {
        try {
            Constructor<DroolsImpl> constructor = DroolsImpl.class.getDeclaredConstructor(
                    KnowledgeHelper.class, ValueResolver.class, FactHandleLookup.class);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("This is not the version of Drools that the engine is made for.", e);
        }
    }

    private static DroolsImpl drools(Taker taker) {
        try {
            return CONSTRUCTOR.newInstance(taker, null, null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is not the version of Drools that the engine is made for.", e);
        }
    }
}
