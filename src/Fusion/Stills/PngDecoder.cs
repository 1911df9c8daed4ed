using System.Runtime.InteropServices;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Stills;

/// <summary>Decodes PNG files through libpng's simplified interface.</summary>
internal static unsafe class PngDecoder
{
    /// <summary>Decodes a whole PNG file to upright RGBA: 8 bits for up to 8, 16 bits for 16.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name for messages.</param>
    /// <exception cref="FaceException">It is damaged or too large.</exception>
    public static Still Decode(ReadOnlySpan<byte> bytes, string name)
    {
        PngChunks chunks = PngChunks.Parse(bytes, name);
        StillDecoder.CheckSize(chunks.Width, chunks.Height, name);

        // Asked for "linear" 16-bit components of a file without a gamma, libpng takes the file for linear too and
        // hands its values over as they are; only alpha is multiplied in.
        bool deep = chunks.BitDepth == 16;
        PngApi.png_image image = new() { version = PngApi.PNG_IMAGE_VERSION };
        PngApi api = StillCodecs.Png;
        Still? picture = null;
        try
        {
            fixed (byte* data = chunks.Pixels)
            {
                if (api.png_image_begin_read_from_memory(&image, data, (nuint)chunks.Pixels.Length) == 0)
                    throw StillDecoder.Damaged(name, Message(image));
                image.format = deep ? PngApi.PNG_FORMAT_LINEAR_RGB_ALPHA : PngApi.PNG_FORMAT_RGBA;
                picture = new Still((int)image.width, (int)image.height, deep ? SampleFormat.UInt16 : SampleFormat.UInt8, deep && chunks.HasAlpha);
                int rowComponents = picture.Width * 4;
                if (api.png_image_finish_read(&image, null, picture.Memory, rowComponents, null) == 0 || (image.warning_or_error & PngApi.PNG_IMAGE_ERROR) != 0)
                    throw StillDecoder.Damaged(name, Message(image));
            }

            return StillOrientation.Apply(picture, chunks.Orientation);
        }
        catch (FaceException)
        {
            picture?.Dispose();
            throw;
        }
        finally
        {
            api.png_image_free(&image);
        }
    }

    private static string Message(PngApi.png_image image) => Marshal.PtrToStringUTF8((nint)image.message) ?? "no reason given";
}
