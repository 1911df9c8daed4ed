namespace FaceFusion.Cli.Media.Writing;

/// <summary>The part of a file's sound that goes with rendered frames.</summary>
/// <param name="File">The file.</param>
/// <param name="StreamIndex">Which of its streams.</param>
/// <param name="Codec">FFmpeg's name of its codec.</param>
/// <param name="Start">Seconds from the file's start.</param>
/// <param name="Duration">Seconds.</param>
internal sealed record SoundTrack(string File, int StreamIndex, string Codec, double Start, double Duration);
