namespace FaceFusion.Fusion.Stills;

/// <summary>
/// libpng's simplified interface (png_image_*), named as in png.h. It keeps libpng's setjmp inside its own frames, so
/// that no longjmp ever crosses a managed one.
/// </summary>
internal sealed unsafe class PngApi
{
    public const uint PNG_IMAGE_VERSION = 1;
    public const uint PNG_FORMAT_RGBA = 0x03;

    /// <summary>Sixteen bits a component, alpha multiplied in when there is one.</summary>
    public const uint PNG_FORMAT_LINEAR_RGB_ALPHA = 0x07;
    public const uint PNG_IMAGE_ERROR = 2;

    public readonly delegate* unmanaged[Cdecl]<png_image*, void*, nuint, int> png_image_begin_read_from_memory;
    public readonly delegate* unmanaged[Cdecl]<png_image*, void*, void*, int, void*, int> png_image_finish_read;
    public readonly delegate* unmanaged[Cdecl]<png_image*, void> png_image_free;

    private PngApi(CodecLibrary library)
    {
        png_image_begin_read_from_memory = (delegate* unmanaged[Cdecl]<png_image*, void*, nuint, int>)library.Export(nameof(png_image_begin_read_from_memory));
        png_image_finish_read = (delegate* unmanaged[Cdecl]<png_image*, void*, void*, int, void*, int>)library.Export(nameof(png_image_finish_read));
        png_image_free = (delegate* unmanaged[Cdecl]<png_image*, void>)library.Export(nameof(png_image_free));
    }

    public static PngApi Load(IReadOnlyList<string> candidates) => new(CodecLibrary.Load(candidates, "A PNG picture"));

    /// <summary>The control structure of the simplified interface.</summary>
    public struct png_image
    {
        public void* opaque;
        public uint version;
        public uint width;
        public uint height;
        public uint format;
        public uint flags;
        public uint colormap_entries;
        public uint warning_or_error;
        public fixed byte message[64];
    }
}
