import { has, say } from './words.js';

/** What a topic is called; rules of one's own may open others. */
export function topicName(topic) {
  return has(`topic.${topic}`) ? say(`topic.${topic}`) : topic;
}
