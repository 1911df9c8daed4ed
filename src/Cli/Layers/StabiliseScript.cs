using System.Globalization;
using System.Numerics;
using System.Text;

namespace FaceFusion.Cli.Layers;

/// <summary>
/// Nuke nodes that hold a face still, or move something with it: two CornerPin2D and two Transform, keyed over the shot
/// by its frame numbers. Without perspective all four say the same; a Transform is easier to average.
/// </summary>
internal static class StabiliseScript
{
    private const int Spacing = 110;

    /// <summary>The script.</summary>
    /// <param name="track">At least one key. In its first frame nothing moves.</param>
    public static string Write(FaceTrack track)
    {
        StringBuilder script = new("set cut_paste_input [stack 0]\nversion 12.0 v1\n");
        (int reference, Vector2[] still) = track.Keys[0];
        string label = $"label \"holds frame {Text(reference)}; keys {Text(reference)} to {Text(track.Keys[^1].Frame)}\"";
        foreach (bool isStabilising in (bool[])[true, false])
        {
            string name = isStabilising ? "FaceStabilise" : "FaceMatchMove";
            IEnumerable<string> corners = Enumerable.Range(1, 4).SelectMany(corner => (string[])[
                $"to{corner} {{{Curve(track, box => box[corner - 1].X)} {Curve(track, box => box[corner - 1].Y)}}}",
                $"from{corner} {{{Text(still[corner - 1].X)} {Text(still[corner - 1].Y)}}}",
            ]);
            Node(script, "CornerPin2D", [.. corners, $"invert {(isStabilising ? "true" : "false")}", $"name {name}Pin", label], isStabilising ? 0 : 1);
            Node(script, "Transform", [
                $"translate {{{Curve(track, box => (Middle(box) - Middle(still)).X)} {Curve(track, box => (Middle(box) - Middle(still)).Y)}}}",
                $"rotate {{{Curve(track, box => Degrees(Base(box, track) / Base(still, track)))}}}",
                $"scale {{{Curve(track, box => Complex.Abs(Base(box, track) / Base(still, track)))}}}",
                $"center {{{Text(Middle(still).X)} {Text(Middle(still).Y)}}}",
                $"invert_matrix {(isStabilising ? "true" : "false")}", $"name {name}", label], isStabilising ? 2 : 3);
        }

        return script.ToString();
    }

    private static void Node(StringBuilder script, string type, IEnumerable<string> knobs, int column)
    {
        script.Append("push $cut_paste_input\n").Append(type).Append(" {\n");
        foreach (string knob in knobs)
            script.Append(' ').Append(knob).Append('\n');
        script.Append(CultureInfo.InvariantCulture, $" xpos {column * Spacing}\n ypos 0\n}}\n");
    }

    // Every key with its frame: gaps stay gaps, and the curve goes on between their ends.
    private static string Curve(FaceTrack track, Func<Vector2[], double> value) =>
        $"{{curve {string.Join(' ', track.Keys.Select(key => $"x{Text(key.Frame)} {Text(value(key.Box))}"))}}}";

    private static Vector2 Middle(Vector2[] box) => (box[0] + box[1] + box[2] + box[3]) / 4;

    // The lower side, in square pixels.
    private static Complex Base(Vector2[] box, FaceTrack track) => new((box[1].X - box[0].X) * track.PixelAspect, box[1].Y - box[0].Y);

    private static double Degrees(Complex turn) => turn.Phase * (180 / Math.PI);

    private static string Text(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
