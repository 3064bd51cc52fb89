package advisor.http.route;

import advisor.http.live.KnowledgeFile;

/** A file with another text than it has. */
record Draft(KnowledgeFile file, String text) {}
