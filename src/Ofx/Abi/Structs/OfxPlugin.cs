// Layout as in the OpenFX 1.5 header ofxCore.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>What a plug-in binary hands out for each plug-in in it.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxPlugin
{
    /// <summary>Name of the plug-in API.</summary>
    public byte* pluginApi;

    /// <summary>Version of the plug-in API.</summary>
    public int apiVersion;

    /// <summary>Unique identifier of the plug-in; part of saved projects.</summary>
    public byte* pluginIdentifier;

    /// <summary>Major version.</summary>
    public uint pluginVersionMajor;

    /// <summary>Minor version.</summary>
    public uint pluginVersionMinor;

    /// <summary>Hands the host to the plug-in.</summary>
    public delegate* unmanaged[Cdecl]<OfxHost*, void> setHost;

    /// <summary>Receives every action: name, handle, in arguments, out arguments.</summary>
    public delegate* unmanaged[Cdecl]<byte*, void*, OfxPropertySetHandle, OfxPropertySetHandle, OfxStatus> mainEntry;
}
