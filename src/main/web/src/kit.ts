// The component kit of every screen.
import './kit/segments';
import './kit/kbd';
import './kit/keys';
import './kit/countdown';
import './kit/glyph';
import './kit/picker';
import './journal/journal';
import './journal/kept-work';
