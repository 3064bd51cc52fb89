package advisor.http.live;

import advisor.advice.Advice;
import advisor.request.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The advices on the last few questions, so that who asks for more of one need not have it judged again. */
final class LastAdvices {
    private static final int KEPT = 4;

    private final Map<Question, Advice> last = new LinkedHashMap<>(KEPT, 1, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Advice> eldest) {
            return size() > KEPT;
        }
    };

    synchronized Optional<Advice> on(Question question) {
        return Optional.ofNullable(last.get(question));
    }

    /** One of which a rule failed may be sounder when it is judged again. */
    synchronized void keep(Question question, Advice advice) {
        if (advice.complete()) {
            last.put(question, advice);
        }
    }
}
