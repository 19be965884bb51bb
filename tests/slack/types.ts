// What we send to Slack, in Slack's own types: make_schema.py turns this into schema.json.
import type { HomeView, KnownBlock, ModalView } from "@slack/types";
export interface Message { text: string; blocks?: KnownBlock[]; }
export type Modal = ModalView;
export type Home = HomeView;
