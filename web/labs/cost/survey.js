/**
 * Keeps the survey of the costs of all test or training digits up to date. While the network is
 * trained the newest survey may be of some steps ago; it is never of another network, other digits
 * or another cost.
 *
 * @typedef {import("./queries.js").Survey} Survey
 * @typedef {import("../../model/session.js").Session} Session
 * @typedef {import("../../worker/queries.js").SetName} SetName
 *
 * @typedef {object} Question
 * @property {SetName} set
 * @property {import("../../common/example-cost.js").CostName} cost
 *
 * @typedef {object} Surveyed
 * @property {string} subject  what has to stay the same for the survey to be shown at all
 * @property {Survey} survey
 * @property {import("./spread.js").Spread} spread
 */
import { QueryController } from "../../ui/query-controller.js";
import { spreadOf } from "./spread.js";

/** While the network is trained a survey rests this many times as long as it took. */
const REST = 15;
const LEAST_REST_MS = 800;

export class SurveyController {
  /** @type {QueryController<Surveyed>} */
  #query;
  #subject;

  /**
   * @param {import("../../ui/controllers.js").Host} host
   * @param {() => Session} session
   * @param {() => Question | null} question  null before there is a network
   */
  constructor(host, session, question) {
    let took = 0;
    this.#subject = () => subjectOf(session().state, question());
    this.#query = new QueryController(host, {
      session,
      key: (state) => {
        const asked = question();
        const isLoaded = asked && isComplete(state.data, asked.set);
        return isLoaded ? `${subjectOf(state, asked)} ${state.version}` : null;
      },
      subject: () => JSON.stringify(question()),
      ask: async (_, signal) => {
        const [subject, asked] = [this.#subject(), /** @type {Question} */ (question())];
        const survey = await session().query("costSurvey", asked, signal);
        took = survey.took;
        return { subject, survey, spread: spreadOf(survey) };
      },
      get pause() {
        return Math.max(LEAST_REST_MS, REST * took);
      },
    });
  }

  /** The survey, if it is of what is on the page. */
  get surveyed() {
    const { answer } = this.#query;
    return answer?.subject === this.#subject() ? answer : null;
  }

  get hasFailed() {
    return this.#query.status === "failed";
  }
}

/** @param {import("../../model/state.js").State} state @param {Question | null} question */
function subjectOf({ generation, data }, question) {
  if (!question) return "";
  const { set, cost } = question;
  return `${generation} ${data.generation} ${data[set]} ${set} ${cost}`;
}

/**
 * Whether all digits of a set are there.
 * @param {import("../../worker/protocol.js").DataReport} data
 * @param {SetName} set
 */
export function isComplete({ test, testComplete, train, trainTotal }, set) {
  return set === "test" ? testComplete && test > 0 : train > 0 && train === trainTotal;
}
