// Layout as in the OpenFX 1.5 header ofxGPURender.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>Compiles OpenCL programs through the host (<c>OfxOpenCLProgramSuiteV1</c>, ofxGPURender.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxOpenCLProgramSuiteV1
{
    /// <summary>Compiles a program source.</summary>
    public delegate* unmanaged[Cdecl]<byte*, int, void*, OfxStatus> compileProgram;
}
