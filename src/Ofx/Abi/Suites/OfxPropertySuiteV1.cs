// Layout as in the OpenFX 1.5 header ofxProperty.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>Reads and writes property sets (<c>OfxPropertySuiteV1</c>, ofxProperty.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxPropertySuiteV1
{
    /// <summary>Sets one element of a pointer property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, void*, OfxStatus> propSetPointer;

    /// <summary>Sets one element of a string property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, byte*, OfxStatus> propSetString;

    /// <summary>Sets one element of a double property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, double, OfxStatus> propSetDouble;

    /// <summary>Sets one element of a int property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, int, OfxStatus> propSetInt;

    /// <summary>Sets the first <c>count</c> elements of a pointer property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, void**, OfxStatus> propSetPointerN;

    /// <summary>Sets the first <c>count</c> elements of a string property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, byte**, OfxStatus> propSetStringN;

    /// <summary>Sets the first <c>count</c> elements of a double property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, double*, OfxStatus> propSetDoubleN;

    /// <summary>Sets the first <c>count</c> elements of a int property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, int*, OfxStatus> propSetIntN;

    /// <summary>Gets one element of a pointer property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, void**, OfxStatus> propGetPointer;

    /// <summary>Gets one element of a string property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, byte**, OfxStatus> propGetString;

    /// <summary>Gets one element of a double property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, double*, OfxStatus> propGetDouble;

    /// <summary>Gets one element of a int property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, int*, OfxStatus> propGetInt;

    /// <summary>Gets the first <c>count</c> elements of a pointer property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, void**, OfxStatus> propGetPointerN;

    /// <summary>Gets the first <c>count</c> elements of a string property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, byte**, OfxStatus> propGetStringN;

    /// <summary>Gets the first <c>count</c> elements of a double property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, double*, OfxStatus> propGetDoubleN;

    /// <summary>Gets the first <c>count</c> elements of a int property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, int*, OfxStatus> propGetIntN;

    /// <summary>Puts a property back to its default.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, OfxStatus> propReset;

    /// <summary>Gets the number of elements of a property.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int*, OfxStatus> propGetDimension;
}
