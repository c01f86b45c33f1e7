# The commands of the catalogue; `make` lists them. For GNU make 3.81 and later.

PROGRAM := target/quarkus-app/quarkus-run.jar
# What the program is made from. Folders stand for the files that were removed from them.
SOURCES := pom.xml $(shell find src/main catalogue-schema openapi import 2>/dev/null)
MAVEN   := ./mvnw -B -ntp
HEAP    ?= 512m
# Programs that come by npm, where there is one: they check the contract and a client.
TOOLS   := target/tools/node_modules/.package-lock.json

# The first JDK 25: JAVA_HOME, the usual places, the PATH.
JDK := $(shell \
  is25() { [ -x "$$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[".-]' "$$1/release" 2>/dev/null; }; \
  for home in "$$JAVA_HOME" /usr/lib/jvm/* "$$HOME"/.sdkman/candidates/java/* "$$HOME"/.jdks/* \
      /opt/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do \
    if is25 "$$home"; then echo "$$home"; exit; fi; \
  done; \
  home=$$(/usr/libexec/java_home -v 25 2>/dev/null); \
  if is25 "$$home"; then echo "$$home"; exit; fi; \
  home=$$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'); \
  if is25 "$$home"; then echo "$$home"; fi)

TOOLS-HERE := $(if $(shell command -v npm),$(TOOLS))

# Stops in one sentence when there is none.
WITH_JDK = $(if $(JDK),JAVA_HOME="$(JDK)",$(error \
  This needs a JDK 25, and none was found: install one, for example from https://adoptium.net, \
  or let JAVA_HOME name it))

.DEFAULT_GOAL := help
.PHONY: help run dev test test-chosen test-all built package test-pages test-processes test-rest proof torture lint release-contract clients bench format verify sbom vulnerabilities

help:
	@echo 'make run     build what has changed, start the catalogue, and say its address'
	@echo '             (ARGS="-Dname=value ..." sets properties, HEAP=1g the memory)'
	@echo 'make dev     start it so that it follows changes of the sources'
	@echo 'make test    run all checks and tests; what can be generated without end as a sample'
	@echo '             (ONLY=RevisionsIT or ONLY="JwsTest RevisionsIT#name" runs those alone)'
	@echo 'make proof   the same with all that is generated instead of a sample; it takes long'
	@echo 'make torture kill program and database and fill their disk at random, among slow clients, while'
	@echo '             everybody works, and compare what they were told with what is there'
	@echo '             (MINUTES=5, SEED=1; ARGS=-Dtorture.disk=limit or none: how the disk is filled)'
	@echo 'make lint    check the contracts against the rules in openapi/ruleset.yaml and those of Redocly'
	@echo 'make release-contract keep the public contract as that of a release, to compare later ones with'
	@echo 'make clients generate clients in Java, TypeScript and Python into target/clients'
	@echo 'make bench   measure imports, exports, documents and what is published beside their floors'
	@echo '             (ARGS="-Dbench.sizes=10000 -Dbench.published=3000" for a short run,'
	@echo '             ARGS=-Dtest=PublishedBench for what is published alone)'
	@echo 'make verify  check a published file without a server (FILE=bundle.zip, KEYS=jwks.json,'
	@echo '             LIST=files.jws)'
	@echo 'make format  put the sources into their format'
	@echo 'make sbom    list the libraries of the program (CycloneDX) and their licences in target/sbom'
	@echo 'make vulnerabilities  check them for known vulnerabilities, with data that is on this machine'
	@echo '             (DATA=folder, the data directory of OWASP Dependency-Check)'

run: $(PROGRAM)
	@$(WITH_JDK) && exec "$$JAVA_HOME/bin/java" -Xmx$(HEAP) $(ARGS) -jar $(PROGRAM)

$(PROGRAM): $(SOURCES)
	@$(WITH_JDK) && export JAVA_HOME && \
	echo 'Building the catalogue. The first time, its libraries are downloaded.' && \
	$(MAVEN) -q -Dmaven.test.skip=true -Dspotless.check.skip=true package && touch $@

dev:
	@$(WITH_JDK) $(MAVEN) quarkus:dev $(ARGS)

test: $(if $(ONLY),test-chosen,test-all)

test-chosen: $(TOOLS-HERE)
	@$(WITH_JDK) $(MAVEN) verify $(PROOF) $(CHOSEN) $(ARGS)

# All that the build proves; then, side by side, what people see in a browser and in files, what
# starts processes of its own and waits for them, and the rest: shared out so that none is long.
test-all: built
	@$(MAKE) --no-print-directory -k -j3 test-pages test-processes test-rest

# The programs that come by npm wait for the network, so they come meanwhile.
built:
	@$(MAKE) --no-print-directory -j2 $(TOOLS-HERE) package

package:
	@$(WITH_JDK) $(MAVEN) package $(PROOF) $(ARGS)

# Each integration test is in one of the lanes, by what stands above its class. They are chosen by
# name: of those with a certain tag all would be loaded, and applications built for them.
with    = $(sort $(basename $(notdir $(shell grep -rlE $(1) --include='*IT.java' src/test/java))))
ALL-ITS = $(call with,'^')
PROCESS = $(call with,'^@Tag\("process"\)')
SEEN    = $(call with,'^@(BrowserPresent|OfficePresent|Tag\("files"\))')
SHORT   := -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

test-pages: LANE = pages -Dit.test=$(call list,$(filter-out $(PROCESS),$(SEEN)))
test-processes: LANE = processes -Dit.test=$(call list,$(PROCESS))
test-rest: LANE = rest -Dit.test=$(call list,$(filter-out $(PROCESS) $(SEEN),$(ALL-ITS)))
test-pages test-processes test-rest:
	@$(WITH_JDK) MAVEN_OPTS="$$MAVEN_OPTS $(SHORT)" \
	  $(MAVEN) failsafe:integration-test failsafe:verify -Dit.folder=target/$(LANE) $(PROOF) $(ARGS)

proof:
	@$(MAKE) --no-print-directory test PROOF=-Dproof=whole

# Which of the tests are run when ONLY names some: those of surefire and, as *IT, of failsafe.
HASH   := \#
COMMA  := ,
SPACE  := $(subst ,, )
NAMES  := $(subst $(COMMA), ,$(ONLY))
ITS    := $(foreach name,$(NAMES),$(if $(filter %IT,$(firstword $(subst $(HASH), ,$(name)))),$(name)))
list    = $(if $(1),$(subst $(SPACE),$(COMMA),$(strip $(1))),none)
CHOSEN := $(if $(ONLY),-Dtest='$(call list,$(filter-out $(ITS),$(NAMES)))' -Dit.test='$(call list,$(ITS))' \
  -Dspotless.check.skip=true -Dsurefire.failIfNoSpecifiedTests=false -Dit.failIfNoSpecifiedTests=false)

$(TOOLS): .ci/package.json .ci/package-lock.json
	@command -v npm >/dev/null || { echo 'This needs Node.js with npm on the PATH.'; exit 1; }
	@mkdir -p target/tools && cp .ci/package.json .ci/package-lock.json target/tools && \
	npm ci --prefix target/tools --silent --no-audit --no-fund && touch $@

MINUTES ?= 5
SEED    ?= $(shell date +%s)

torture:
	@$(MAKE) --no-print-directory test ONLY=TortureIT \
	  ARGS="-Dtorture.minutes=$(MINUTES) -Dtorture.seed=$(SEED) $(ARGS)"

CONTRACTS := target/contract/openapi.yaml target/contract/openapi-drafting.yaml

lint: $(TOOLS)
	@$(WITH_JDK) $(MAVEN) -q -Dspotless.check.skip=true process-classes
	@target/tools/node_modules/.bin/spectral lint --fail-severity=hint \
	  --ruleset openapi/ruleset.yaml openapi/openapi.yaml $(CONTRACTS)
	@target/tools/node_modules/.bin/redocly lint --config openapi/redocly.yaml $(CONTRACTS)

release-contract:
	@$(WITH_JDK) $(MAVEN) -q -Dspotless.check.skip=true process-classes
	@cp target/contract/release.yaml openapi/released/openapi.yaml

clients:
	@$(WITH_JDK) $(MAVEN) -q -Dspotless.check.skip=true generate-test-sources
	@echo 'target/clients has one for Java, one for TypeScript and one for Python, each with a README.'

bench:
	@$(WITH_JDK) $(MAVEN) -q -Pbench -Dspotless.check.skip=true test $(ARGS)

format:
	@$(WITH_JDK) $(MAVEN) -q spotless:apply

verify: $(PROGRAM)
	@$(WITH_JDK) && "$$JAVA_HOME/bin/java" -jar $(PROGRAM) verify "$(FILE)" $(if $(KEYS),--keys "$(KEYS)") $(if $(LIST),--list "$(LIST)")

sbom:
	@$(WITH_JDK) $(MAVEN) -q org.cyclonedx:cyclonedx-maven-plugin:makeBom \
	  org.codehaus.mojo:license-maven-plugin:add-third-party
	@echo 'target/sbom has sbom.json, sbom.xml and licences.txt.'

vulnerabilities:
	@if [ ! -d "$(DATA)" ]; then \
	  echo 'Not checked: DATA does not name a folder with data on vulnerabilities.'; exit 2; fi
	@$(WITH_JDK) $(MAVEN) -q org.owasp:dependency-check-maven:check -DdataDirectory="$(abspath $(DATA))"
	@echo 'target/vulnerabilities has the report.'
