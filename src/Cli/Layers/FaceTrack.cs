using System.Numerics;
using System.Text.Json;

namespace FaceFusion.Cli.Layers;

/// <summary>Where a shot's first face is: the boxes that the frames' data hold.</summary>
/// <param name="Keys">By frame, rising: the box's corners in pixels from the frame's lower left: lower left, lower right, upper right, upper left.</param>
/// <param name="PixelAspect">A pixel's width over its height.</param>
internal sealed record FaceTrack(IReadOnlyList<(int Frame, Vector2[] Box)> Keys, double PixelAspect)
{
    /// <summary>Reads the data of frames.</summary>
    /// <param name="target">Where they lie.</param>
    /// <param name="frames">Which ones, rising; one without a file or a face is left away.</param>
    /// <exception cref="CliException">A file holds something else.</exception>
    public static FaceTrack Read(LayerTarget target, IEnumerable<int> frames)
    {
        List<(int, Vector2[])> keys = [];
        double aspect = 1;
        foreach (int frame in frames.Where(frame => File.Exists(target.DataOf(frame))))
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(target.DataOf(frame)));
                aspect = document.RootElement.GetProperty("pixelAspect").GetDouble();
                JsonElement faces = document.RootElement.GetProperty("faces");
                if (faces.GetArrayLength() > 0)
                    keys.Add((frame, [.. faces[0].GetProperty("stabilise").EnumerateArray().Select(Place)]));
            }
            catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new CliException($"The frame data '{target.DataOf(frame)}' can't be read; render the frame again with --overwrite.", ExitCode.Failed, failure);
            }
        }

        return new(keys, aspect);
    }

    private static Vector2 Place(JsonElement place) => new(place[0].GetSingle(), place[1].GetSingle());
}
