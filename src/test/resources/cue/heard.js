// What a browser plays and shows at a time. Evaluates to an object with two functions.
async () => {
  const element = (kind, url) =>
    new Promise((done, failed) => {
      const made = document.createElement(kind);
      made.preload = 'auto';
      made.onerror = () => failed(new Error(made.error?.message ?? 'not played'));
      made.oncanplay = () => done(made);
      made.src = url;
      document.body.append(made);
    });
  const seek = (media, seconds) =>
    new Promise((done, failed) => {
      media.addEventListener('seeked', done, { once: true });
      media.addEventListener('error', () => failed(new Error(media.error.message)), { once: true });
      media.currentTime = seconds;
    });
  const module = `registerProcessor('ear', class extends AudioWorkletProcessor {
    process([input]) {
      if (input.length > 0) this.port.postMessage(input[0].slice());
      return true;
    }
  });`;

  /** Seeks, plays, and returns the first samples that are heard, from the first one that is not silent. */
  const sound = async (url, rate) => {
    const context = new AudioContext({ sampleRate: rate });
    await context.audioWorklet.addModule(URL.createObjectURL(new Blob([module], { type: 'text/javascript' })));
    const media = await element('audio', url);
    const ear = new AudioWorkletNode(context, 'ear');
    context.createMediaElementSource(media).connect(ear).connect(context.destination);
    await context.resume();
    return {
      duration: media.duration,
      at: async (seconds, length, waits) => {
        media.pause();
        await new Promise((done) => setTimeout(done, 120));
        const heard = [];
        const full = new Promise((done, failed) => {
          setTimeout(() => failed(new Error('nothing heard at ' + seconds)), 20000);
          ear.port.onmessage = ({ data }) => {
            for (const sample of data) {
              if (heard.length > 0 || Math.abs(sample) > 1e-4) heard.push(sample);
            }
            if (heard.length >= length || (media.ended && heard.length > 0)) done();
          };
        });
        if (waits) await seek(media, seconds);
        else media.currentTime = seconds;
        await media.play();
        await full;
        ear.port.onmessage = null;
        media.pause();
        return heard.slice(0, length);
      },
    };
  };

  /** Seeks, and reads the number that the picture shows. */
  const video = async (url, bars) => {
    const media = await element('video', url);
    const canvas = document.createElement('canvas');
    canvas.width = media.videoWidth;
    canvas.height = media.videoHeight;
    const pixels = canvas.getContext('2d', { willReadFrequently: true });
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    return {
      duration: media.duration,
      at: async (seconds) => {
        await seek(media, seconds);
        await frame();
        await frame();
        pixels.drawImage(media, 0, 0);
        let number = 0;
        for (let bar = 0; bar < bars; bar++) {
          const x = Math.floor(((bar + 0.5) * canvas.width) / bars);
          number = 2 * number + (pixels.getImageData(x, canvas.height / 2, 1, 1).data[0] > 127 ? 1 : 0);
        }
        return number;
      },
    };
  };
  window.cue = { sound, video };
}
