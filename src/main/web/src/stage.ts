// The stage: the post that is judged, as its audience saw it.
import './stage/player';
import './stage/stage';
