using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>A text, file or custom (host-opaque) parameter.</summary>
public sealed unsafe class StringParam : Param
{
    internal StringParam(ParamAccess access)
        : base(access)
    {
    }

    /// <summary>The current text; "" when the host has none.</summary>
    public string Get()
    {
        Span<nint> text = stackalloc nint[1];
        Access.Get(text);
        return Utf8.Read((byte*)text[0]) ?? "";
    }

    /// <summary>The text at a time; what a render reads.</summary>
    /// <param name="time">The time, in frames.</param>
    public string GetAt(double time)
    {
        Span<nint> text = stackalloc nint[1];
        Access.GetAt(time, text);
        return Utf8.Read((byte*)text[0]) ?? "";
    }

    /// <summary>Sets the text.</summary>
    /// <param name="value">The text, without zero characters.</param>
    public void Set(string value) => Access.SetText(value);
}
