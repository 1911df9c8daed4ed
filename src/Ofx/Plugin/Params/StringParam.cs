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
    public string Get() => Utf8.Read((byte*)Access.GetOne<nint>()) ?? "";

    /// <summary>The text at a time; what a render reads.</summary>
    /// <param name="time">The time, in frames.</param>
    public string GetAt(double time) => Utf8.Read((byte*)Access.GetOneAt<nint>(time)) ?? "";

    /// <summary>Sets the text.</summary>
    /// <param name="value">The text, without zero characters.</param>
    public void Set(string value) => Access.SetText(value);
}
