using FaceFusion.Fusion;
using FaceFusion.Fusion.Stills;
using FaceFusion.Host.Pictures;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Cli.Validation;

/// <summary>Pictures from files, for the inputs of plug-ins.</summary>
internal static class PictureFile
{
    /// <summary>Loads a JPEG or PNG, values as they are.</summary>
    /// <exception cref="CliException">It is none, or can't be read.</exception>
    public static Picture Load(string path)
    {
        try
        {
            using Still still = StillDecoder.Load(path);
            var samples = new float[still.Width * still.Height * 4];
            unsafe
            {
                fixed (float* first = samples)
                {
                    // Still pictures begin at the top, OpenFX's at the bottom.
                    nint rowBytes = still.Width * 4 * sizeof(float), top = (nint)first + ((still.Height - 1) * rowBytes);
                    PixelCopy.Copy(still.View, new PixelView(top, -rowBytes, still.Width, still.Height, SampleFormat.Float32, PixelLayout.Rgba));
                }
            }

            return new Picture(still.Width, still.Height, samples);
        }
        catch (FaceException failure)
        {
            throw new CliException(failure.Message, ExitCode.Failed, failure);
        }
    }
}
