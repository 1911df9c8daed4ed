#pragma OPENCL FP_CONTRACT OFF
struct type_0;
typedef global struct type_0* type_1;
struct type_2;
typedef global float* type_3;
struct type_4;
struct type_2_kernel;
struct type_4_kernel;
struct type_2_kernel;
struct type_0
{
	float field_5;
	float field_6;
	float field_7;
	float field_8;
};
struct type_2
{
	type_1 field_5;
	long field_6;
};
struct type_4
{
	type_3 field_5;
	long field_6;
};
struct type_2_kernel
{
	int field_5;
	long field_6;
};
struct type_4_kernel
{
	int field_5;
	long field_6;
};
kernel void Kernel_BlurColumns(
	global struct type_0* view_9,
	global float* view_10,
	global struct type_0* view_11,
	int var0,
	int var1,
	struct type_2_kernel var2,
	struct type_4_kernel var3,
	struct type_2_kernel var4,
	int var5)
{
	struct type_2 var6;
	struct type_4 var7;
	struct type_2 var8;
	int var15;
	int var16;
	int var17;
	int var18;
	int var19;
	bool var20;
	int var21;
	int var22;
	int var23;
	int var24;
	int var25;
	bool var26;
	int var9;
	float var10;
	float var11;
	float var12;
	float var13;
	int var27;
	bool var32;
	type_1 var33;
	long var34;
	long var35;
	long var36;
	long var37;
	long var38;
	type_1 var39;
	struct type_0 var40;
	int var14;
	int var41;
	bool var43;
	int var45;
	bool var46;
	int var48;
	type_1 var49;
	long var50;
	long var51;
	long var52;
	long var53;
	long var54;
	type_1 var55;
	struct type_0 var56;
	float var57;
	type_3 var58;
	int var59;
	type_3 var60;
	float var61;
	float var62;
	float var63;
	float var64;
	float var65;
	float var66;
	float var67;
	float var68;
	float var69;
	float var70;
	float var71;
	float var72;
	var6.field_5 = (type_1)view_9+var2.field_5;
	var6.field_6 = var2.field_6;
	var7.field_5 = (type_3)view_10+var3.field_5;
	var7.field_6 = var3.field_6;
	var8.field_5 = (type_1)view_11+var4.field_5;
	var8.field_6 = var4.field_6;
	L_12: ;
	var15 =  get_group_id ( 0 );
	var16 =  get_local_size ( 0 );
	var17 = (int)((int) var15 *  (int)var16);
	var18 =  get_local_id ( 0 );
	var19 = (int)((int) var17 +  (int)var18);
	var20 = (int) var19 >= (int) var0;
	if (var20)
		 goto L_13;
	 goto L_14;
	L_14: ;
	var21 =  get_group_id ( 1 );
	var22 =  get_local_size ( 1 );
	var23 = (int)((int) var21 *  (int)var22);
	var24 =  get_local_id ( 1 );
	var25 = (int)((int) var23 +  (int)var24);
	var26 = (int) var25 >= (int) var1;
	if (var26)
		 goto L_13;
	 goto L_15;
	L_15: ;
	var27 = (int)( - (int)var5);
	var9 = var27;
	var10 = 0.0f;
	var11 = 0.0f;
	var12 = 0.0f;
	var13 = 0.0f;
	 goto L_16;
	L_16: ;
	var32 = (int) var9 <= (int) var5;
	if (var32)
		 goto L_17;
	 goto L_18;
	L_18: ;
	var33 =  var8.field_5;
	var34 = (long)(int) var25;
	var35 = (long)(int) var0;
	var36 = (long)((long) var34 *  (long)var35);
	var37 = (long)(int) var19;
	var38 = (long)((long) var36 +  (long)var37);
	var39 =  & var33[var38];
	var40.field_5 =  var10;
	var40.field_6 =  var11;
	var40.field_7 =  var12;
	var40.field_8 =  var13;
	 *  var39 =  var40;
	 goto L_13;
	L_17: ;
	var41 = (int)((int) var25 +  (int)var9);
	var43 = (int) var41 < (int) 0;
	if (var43)
		 goto L_19;
	 goto L_20;
	L_20: ;
	var45 = (int)((int) var1 -  (int)1);
	var46 = (int) var41 > (int) var45;
	if (var46)
		 goto L_21;
	 goto L_22;
	L_22: ;
	var14 = var41;
	 goto L_23;
	L_21: ;
	var14 = var45;
	 goto L_23;
	L_19: ;
	var14 = 0;
	 goto L_23;
	L_23: ;
	var48 = (int)((int) var9 +  (int)1);
	var49 =  var6.field_5;
	var50 = (long)(int) var14;
	var51 = (long)(int) var0;
	var52 = (long)((long) var50 *  (long)var51);
	var53 = (long)(int) var19;
	var54 = (long)((long) var52 +  (long)var53);
	var55 =  & var49[var54];
	var56 =  *  var55;
	var57 =  var56.field_5;
	var58 =  var7.field_5;
	var59 = (int)((int) var9 +  (int)var5);
	var60 =  & var58[var59];
	var61 =  *  var60;
	var62 = (float)((float) var57 *  (float)var61);
	var63 = (float)((float) var10 +  (float)var62);
	var64 =  var56.field_6;
	var65 = (float)((float) var64 *  (float)var61);
	var66 = (float)((float) var11 +  (float)var65);
	var67 =  var56.field_7;
	var68 = (float)((float) var67 *  (float)var61);
	var69 = (float)((float) var12 +  (float)var68);
	var70 =  var56.field_8;
	var71 = (float)((float) var70 *  (float)var61);
	var72 = (float)((float) var13 +  (float)var71);
	var9 = var48;
	var10 = var63;
	var11 = var66;
	var12 = var69;
	var13 = var72;
	 goto L_16;
	L_13: ;
	 return ;
}
