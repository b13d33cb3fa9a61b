namespace Monitor.Crawlers.Tests.Accessibility.ImagesOfText;

/// <summary>Pictures that a test page draws itself, as PNG.</summary>
internal static class DrawnPicture
{
    /// <summary>Functions that draw on a canvas <c>g</c> of a width <c>w</c> and a height <c>h</c>, and <c>show</c>, which puts the PNG into the page.</summary>
    private const string Drawing = """
        let seed = 7;
        const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
        const fill = (g, w, h, colour) => { g.fillStyle = colour; g.fillRect(0, 0, w, h); };
        const write = (font, ink, lines) => (g, w, h) => {
          g.font = font;
          g.fillStyle = ink;
          const step = h / (lines.length + 0.4);
          lines.forEach((line, i) => g.fillText(line, 12, step * (i + 0.9)));
        };
        const ground = (...colours) => (g, w, h) => {
          const gradient = g.createLinearGradient(0, 0, colours[2] ? w : 0, h);
          colours.forEach((colour, i) => gradient.addColorStop(colours.length > 1 ? i / (colours.length - 1) : 0, colour));
          fill(g, w, h, gradient);
        };
        const photo = (g, w, h) => {
          fill(g, w, h, '#687');
          for (let i = 0; i < 60; i++) {
            const [x, y, r] = [random() * w, random() * h, random() * w / 4 + 3];
            const blob = g.createRadialGradient(x, y, 0, x, y, r);
            const colour = `${random() * 360} 50% ${random() * 90}%`;
            blob.addColorStop(0, `hsl(${colour} / .8)`);
            blob.addColorStop(1, `hsl(${colour} / 0)`);
            fill(g, w, h, blob);
          }
          const pixels = g.getImageData(0, 0, w, h);
          for (let i = 0; i < pixels.data.length; i++) if (i % 4 < 3) pixels.data[i] += (random() - 0.5) * 20;
          g.putImageData(pixels, 0, 0);
        };
        const bars = (g, w, h) => {
          fill(g, w, h, '#fff');
          g.fillStyle = '#0b4a8f';
          for (let i = 0; i < 12; i++) { const v = random() * (h - 60) + 10; g.fillRect(40 + i * 22, h - 30 - v, 15, v); }
          g.fillStyle = '#333';
          g.fillRect(34, 10, 1, h - 40);
          g.fillRect(34, h - 30, w - 40, 1);
          g.font = '11px "DejaVu Sans"';
          for (let i = 0; i < 12; i += 3) g.fillText(2010 + i, 36 + i * 22, h - 12);
          g.fillText('Antall søknader per år', 60, 16);
        };
        const code = (g, w, h) => {
          fill(g, w, h, '#fff');
          g.fillStyle = '#000';
          for (let y = 10; y < h - 10; y += 6) for (let x = 10; x < w - 10; x += 6) if (random() < 0.5) g.fillRect(x, y, 6, 6);
        };
        const icons = (g, w, h) => {
          fill(g, w, h, '#fff');
          g.strokeStyle = g.fillStyle = '#123';
          g.lineWidth = 3;
          for (let x = 8, i = 0; x < w - 24; x += 38, i++) {
            g.beginPath();
            [() => g.arc(x + 12, h / 2, 10, 0, 7), () => g.rect(x, h / 2 - 10, 22, 20), () => { g.moveTo(x, h / 2 + 10); g.lineTo(x + 11, h / 2 - 10); g.lineTo(x + 22, h / 2 + 10); g.closePath(); },
              () => { for (const y of [-8, 0, 8]) { g.moveTo(x, h / 2 + y); g.lineTo(x + 22, h / 2 + y); } }][i % 4]();
            g.stroke();
          }
        };
        const face = (g, w, h) => {
          fill(g, w, h, '#7a4');
          g.fillStyle = '#fff';
          g.beginPath(); g.arc(w / 2, h * 0.4, h / 5, 0, 7); g.fill();
          g.beginPath(); g.arc(w / 2, h * 1.05, h / 2.5, 0, 7); g.fill();
        };
        const stars = (g, w, h) => { fill(g, w, h, '#fff'); g.font = '24px "DejaVu Sans"'; g.fillStyle = '#a60'; g.fillText('★★★★★★★★', 8, 30); };
        const show = (w, h, ...layers) => {
          const canvas = document.createElement('canvas');
          canvas.width = w;
          canvas.height = h;
          for (const layer of layers) layer(canvas.getContext('2d'), w, h);
          document.querySelectorAll('.drawn').forEach((image) => { image.src = canvas.toDataURL(); });
        };
        """;

    /// <summary>A page's body with a picture.</summary>
    /// <param name="show">The call of <c>show</c>.</param>
    /// <param name="body">What is around; the picture is what has the class <c>drawn</c>.</param>
    public static string Body(string show, string body = "<img class=drawn alt='Om oss'>") => $"{body}<script>{Drawing}{show}</script>";
}
