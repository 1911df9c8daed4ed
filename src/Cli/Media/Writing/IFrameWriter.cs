using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Writing;

/// <summary>Takes the frames of a render. Disposing of it before <see cref="Complete"/> leaves nothing half-written.</summary>
internal interface IFrameWriter : IDisposable
{
    /// <summary>Takes the next frame.</summary>
    /// <param name="picture">The frame; not kept.</param>
    /// <param name="frame">Its number.</param>
    /// <param name="ticks">For how many ticks of the output's rate a video shows it.</param>
    /// <exception cref="CliException">It can't be written.</exception>
    void Write(FrameBuffer picture, int frame, int ticks);

    /// <summary>Finishes the output and gives it its name.</summary>
    /// <exception cref="CliException">It can't be written.</exception>
    void Complete();
}
