using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using FaceFusion.Cli.Layers;

namespace FaceFusion.Cli.Tests.Layers;

/// <summary>Nuke's nodes, computed here as Nuke computes them.</summary>
public sealed class StabiliseScriptTests
{
    [Fact]
    public void Keys_stand_at_the_frames_they_were_seen_at()
    {
        string script = StabiliseScript.Write(Moving(1));
        Assert.Equal(4, Regex.Count(script, "^push \\$cut_paste_input$", RegexOptions.Multiline));
        Assert.Equal([990, 991, 1005], Keys(Knob(script, "FaceStabilise", "rotate")).Select(key => key.Frame));
        Assert.Equal(script.Count(letter => letter == '{'), script.Count(letter => letter == '}'));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Both_nodes_move_the_first_frames_box_to_where_the_face_is(double pixelAspect)
    {
        FaceTrack track = Moving(pixelAspect);
        string script = StabiliseScript.Write(track);
        Vector2[] still = track.Keys[0].Box;
        string[] translate = Curves(Knob(script, "FaceMatchMove", "translate"));
        for (int key = 0; key < track.Keys.Count; key++)
        {
            Vector2 centre = Numbers(Knob(script, "FaceMatchMove", "center"));
            Vector2 moved = new((float)Keys(translate[0])[key].Value, (float)Keys(translate[1])[key].Value);
            double scale = Keys(Knob(script, "FaceMatchMove", "scale"))[key].Value, turn = Keys(Knob(script, "FaceMatchMove", "rotate"))[key].Value * Math.PI / 180;
            for (int corner = 0; corner < 4; corner++)
            {
                string[] to = Curves(Knob(script, "FaceMatchMovePin", $"to{corner + 1}"));
                Vector2 pinned = new((float)Keys(to[0])[key].Value, (float)Keys(to[1])[key].Value);
                Assert.InRange(Vector2.Distance(track.Keys[key].Box[corner], pinned), 0, 1e-3);
                Assert.InRange(Vector2.Distance(still[corner], Numbers(Knob(script, "FaceMatchMovePin", $"from{corner + 1}"))), 0, 1e-3);

                // Nuke turns in square pixels, counter-clockwise.
                Vector2 from = (still[corner] - centre) * new Vector2((float)pixelAspect, 1);
                Vector2 turned = Vector2.Transform(from, Matrix3x2.CreateRotation((float)turn)) * (float)scale / new Vector2((float)pixelAspect, 1);
                Assert.InRange(Vector2.Distance(track.Keys[key].Box[corner], centre + moved + turned), 0, 2e-3);
            }
        }

        Assert.Contains("invert true", script, StringComparison.Ordinal);
        Assert.Contains("invert_matrix true", script, StringComparison.Ordinal);
    }

    // A box that moves, turns and grows: one frame further on, and after a gap.
    private static FaceTrack Moving(double pixelAspect)
    {
        (int Frame, float Turn, float Scale, float X, float Y)[] keys = [(990, 0.2f, 1, 300, 200), (991, 0.3f, 1.1f, 310.5f, 199), (1005, -0.1f, 0.6f, 250, 280)];
        Vector2 toRaster = new(1 / (float)pixelAspect, 1);
        return new([.. keys.Select(key => (key.Frame, Box(key.Turn, key.Scale, key.X, key.Y).Select(place => place * toRaster).ToArray()))], pixelAspect);
    }

    private static Vector2[] Box(float turn, float scale, float x, float y) =>
        [.. ((Vector2[])[new(-50, -80), new(50, -80), new(50, 60), new(-50, 60)]).Select(corner => Vector2.Transform(corner * scale, Matrix3x2.CreateRotation(turn)) + new Vector2(x, y))];

    private static string Knob(string script, string node, string knob)
    {
        string body = script.Split("push $cut_paste_input").Single(part => part.Contains($" name {node}\n", StringComparison.Ordinal));
        return body.Split('\n').Single(line => line.StartsWith($" {knob} ", StringComparison.Ordinal))[(knob.Length + 2)..];
    }

    private static string[] Curves(string knob) => [.. Regex.Matches(knob, "\\{curve [^}]*\\}").Select(match => match.Value)];

    private static (int Frame, double Value)[] Keys(string curve) =>
        [.. Regex.Matches(curve, "x(?<frame>-?[0-9]+) (?<value>[-0-9.]+)").Select(match => (
            int.Parse(match.Groups["frame"].Value, CultureInfo.InvariantCulture), double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture)))];

    private static Vector2 Numbers(string knob)
    {
        float[] numbers = [.. knob.Trim('{', '}').Split(' ').Select(number => float.Parse(number, CultureInfo.InvariantCulture))];
        return new Vector2(numbers[0], numbers[1]);
    }
}
