package org.yunga.geodata.load;

import java.util.List;
import org.yunga.geodata.intake.IntakeRoles;

/** Roles of columns, and of values that hold for a whole file of boundaries. */
public final class BoundaryRoles {

  /** Of a region; of the zone in a list of members. */
  public static final String CODE = "code";

  /** Of a region; of the zone in a list of members. */
  public static final String NAME = "name";

  static final String MEMBER = "member";
  static final String MEMBER_NAME = "member_name";
  static final String VALID_FROM = "valid_from";
  static final String VALID_TO = "valid_to";

  /** Words of a region set that is not known yet; the names of its constants. */
  static final String SET_NAME = "set_name";

  static final String SET_NAME_EN = "set_name_en";
  static final String SET_ONE = "set_one";
  static final String SET_ONE_EN = "set_one_en";
  static final String SET_DEFINITION = "set_definition";
  static final String SET_DEFINITION_EN = "set_definition_en";
  static final String SET_PARENT = "set_parent";

  static final IntakeRoles ALL =
      new IntakeRoles(
          List.of(CODE, NAME, MEMBER, MEMBER_NAME, VALID_FROM, VALID_TO),
          List.of(
              SET_NAME,
              SET_NAME_EN,
              SET_ONE,
              SET_ONE_EN,
              SET_DEFINITION,
              SET_DEFINITION_EN,
              SET_PARENT));

  private BoundaryRoles() {}
}
