namespace FaceFusion.Cli.Media.Writing;

/// <summary>How frames are handed to <c>ffmpeg</c> and what it makes of them.</summary>
/// <param name="Layout">FFmpeg's name of the raw layout in the pipe.</param>
/// <param name="Codec">Arguments that choose and tune the encoder.</param>
/// <param name="Filter">A filter that converts, where the encoder can't take the layout as it is.</param>
/// <param name="RoundToHalf">Whether floats are stored as halves.</param>
internal sealed record FrameEncoding(string Layout, IReadOnlyList<string> Codec, string? Filter = null, bool RoundToHalf = false);
